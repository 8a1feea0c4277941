/** Realistic English texts, a line each, from faker's data (MIT). Written by scripts/realisticTexts.mjs; a test compares. */
export const realisticLines = {
  titles: `Bespoke Bronze Gloves arrived damaged
Awesome Aluminum Chicken is the wrong size
Fresh Concrete Pizza stopped working
Incredible Plastic Cheese arrived damaged
Ergonomic Metal Table arrived damaged
Ergonomic Wooden Keyboard arrived damaged
Handmade Plastic Ball charged twice
Modern Concrete Car never arrived
Ergonomic Metal Car arrived damaged
Generic Rubber Fish arrived damaged
Licensed Silk Shoes never arrived
Sleek Granite Fish charged twice
Handmade Bronze Pants never arrived
Rustic Rubber Fish arrived damaged
Unbranded Aluminum Chicken is the wrong size
Rustic Rubber Shoes is the wrong size
Modern Bronze Pants never arrived
Refined Ceramic Computer is the wrong size
Sleek Wooden Chicken charged twice
Soft Metal Chicken stopped working
Sleek Rubber Bike is the wrong size
Fresh Plastic Chips arrived damaged
Elegant Wooden Tuna never arrived
Fantastic Ceramic Chair stopped working
Bespoke Granite Keyboard never arrived
Intelligent Aluminum Mouse never arrived
Gorgeous Cotton Chair is the wrong size
Refined Bronze Sausages arrived damaged
Oriental Wooden Bike stopped working
Ergonomic Wooden Pizza never arrived
Soft Marble Hat never arrived
Tasty Steel Mouse stopped working
Oriental Concrete Bike is the wrong size
Gorgeous Wooden Towels is the wrong size
Intelligent Gold Car never arrived
Fresh Marble Table is the wrong size
Frozen Concrete Pizza never arrived
Ergonomic Rubber Towels charged twice
Elegant Bamboo Keyboard never arrived
Licensed Bamboo Gloves is the wrong size
Gorgeous Cotton Pizza stopped working
Recycled Bronze Chips never arrived
Luxurious Gold Pizza arrived damaged
Electronic Cotton Hat never arrived
Intelligent Silk Fish is the wrong size
Practical Rubber Cheese is the wrong size
Fresh Cotton Bike charged twice
Rustic Bronze Chips charged twice
Rustic Bronze Cheese never arrived
Unbranded Metal Keyboard charged twice
Fresh Concrete Chicken charged twice
Tasty Ceramic Soap is the wrong size
Luxurious Plastic Chair charged twice
Fresh Marble Pants never arrived
Ergonomic Aluminum Pizza never arrived
Handmade Bronze Car charged twice
Tasty Steel Cheese is the wrong size
Refined Marble Hat is the wrong size
Elegant Ceramic Mouse never arrived
Awesome Plastic Shirt charged twice
Modern Metal Pizza is the wrong size
Modern Concrete Keyboard charged twice
Gorgeous Cotton Chicken arrived damaged
Oriental Rubber Sausages arrived damaged
Fresh Gold Mouse stopped working
Modern Cotton Bike never arrived
Ergonomic Granite Tuna charged twice
Bespoke Concrete Gloves is the wrong size
Electronic Aluminum Mouse charged twice
Refined Metal Chicken stopped working
Handmade Wooden Mouse arrived damaged
Tasty Cotton Cheese stopped working
Oriental Bronze Fish stopped working
Oriental Ceramic Keyboard stopped working
Oriental Gold Sausages charged twice
Oriental Wooden Tuna arrived damaged
Rustic Cotton Shirt stopped working
Recycled Marble Chips arrived damaged
Licensed Granite Chips is the wrong size
Intelligent Bamboo Mouse arrived damaged
Oriental Bronze Bike arrived damaged
Soft Ceramic Chair arrived damaged
Licensed Aluminum Ball never arrived
Refined Granite Sausages is the wrong size
Intelligent Bamboo Bike never arrived
Small Cotton Table never arrived
Generic Plastic Bacon never arrived
Fresh Concrete Chair never arrived
Licensed Ceramic Cheese charged twice
Frozen Steel Sausages stopped working
Licensed Marble Chips stopped working
Licensed Rubber Ball never arrived
Intelligent Metal Tuna is the wrong size
Awesome Wooden Fish is the wrong size
Licensed Concrete Cheese is the wrong size
Fantastic Aluminum Keyboard arrived damaged
Unbranded Bronze Hat arrived damaged
Refined Ceramic Sausages stopped working
Rustic Silk Fish charged twice
Generic Metal Ball stopped working
Generic Wooden Shoes charged twice
Fantastic Bronze Ball stopped working
Luxurious Bronze Pizza arrived damaged
Oriental Cotton Ball is the wrong size
Sleek Wooden Chair stopped working
Modern Bronze Table charged twice
Oriental Marble Shoes never arrived
Bespoke Cotton Mouse never arrived
Handcrafted Concrete Tuna charged twice
Rustic Cotton Pizza never arrived
Frozen Ceramic Keyboard arrived damaged
Bespoke Cotton Gloves arrived damaged
Modern Gold Keyboard arrived damaged
Fantastic Ceramic Bike never arrived
Modern Plastic Car is the wrong size
Awesome Gold Keyboard arrived damaged
Practical Steel Hat is the wrong size
Oriental Granite Car stopped working
Refined Aluminum Chips never arrived
Generic Bronze Shoes charged twice
Incredible Ceramic Fish never arrived
Modern Granite Car never arrived
Generic Gold Tuna stopped working
Bespoke Bamboo Chips stopped working
Intelligent Aluminum Ball never arrived
Luxurious Silk Car arrived damaged
Luxurious Bamboo Computer stopped working
Handcrafted Silk Car stopped working
Refined Wooden Mouse arrived damaged
Refined Cotton Chair charged twice
Oriental Marble Pants charged twice
Handcrafted Bronze Chair stopped working
Sleek Rubber Car charged twice
Handmade Cotton Computer stopped working
Incredible Rubber Cheese arrived damaged
Refined Silk Soap never arrived
Awesome Silk Pizza arrived damaged
Recycled Silk Gloves stopped working
Recycled Silk Tuna stopped working
Small Plastic Keyboard is the wrong size
Soft Cotton Pizza arrived damaged
Handmade Silk Bacon stopped working
Oriental Wooden Shoes charged twice
Ergonomic Bamboo Towels charged twice
Luxurious Aluminum Hat stopped working
Licensed Marble Shirt stopped working
Elegant Ceramic Gloves never arrived
Soft Metal Bike never arrived
Fantastic Marble Car charged twice
Intelligent Ceramic Tuna arrived damaged
Incredible Metal Tuna charged twice
Generic Cotton Table stopped working
Gorgeous Aluminum Cheese never arrived
Elegant Metal Cheese is the wrong size
Gorgeous Steel Soap stopped working
Gorgeous Concrete Shirt arrived damaged
Recycled Rubber Computer never arrived
Frozen Bamboo Chicken stopped working
Fresh Marble Fish arrived damaged
Handcrafted Steel Sausages stopped working
Gorgeous Concrete Chair arrived damaged
Soft Concrete Towels arrived damaged
Luxurious Concrete Car is the wrong size
Recycled Rubber Mouse is the wrong size
Modern Steel Sausages charged twice
Modern Granite Soap is the wrong size
Gorgeous Ceramic Table charged twice
Refined Cotton Shirt charged twice
Incredible Aluminum Salad arrived damaged
Incredible Concrete Cheese charged twice
Generic Marble Soap arrived damaged
Elegant Concrete Pants arrived damaged
Unbranded Metal Ball arrived damaged
Incredible Concrete Hat never arrived
Handmade Rubber Table never arrived
Small Concrete Cheese never arrived
Gorgeous Rubber Pizza arrived damaged
Fresh Granite Bacon charged twice
Frozen Ceramic Pizza stopped working
Intelligent Plastic Pants charged twice
Generic Aluminum Fish never arrived
Soft Rubber Chips charged twice
Practical Granite Shoes charged twice
Sleek Steel Soap stopped working
Practical Aluminum Bike is the wrong size
Frozen Marble Fish arrived damaged
Frozen Metal Chips arrived damaged
Generic Wooden Car never arrived
Handmade Granite Bacon stopped working
Oriental Gold Pants never arrived
Bespoke Ceramic Tuna is the wrong size
Fresh Rubber Fish never arrived
Fresh Granite Computer is the wrong size
Bespoke Marble Table never arrived
Handmade Plastic Ball charged twice
Small Ceramic Table arrived damaged
Bespoke Silk Towels charged twice
Gorgeous Plastic Keyboard charged twice
Sleek Concrete Fish arrived damaged
Electronic Bamboo Ball stopped working`,
  sentences: `Recycled Pizza designed with Rubber for murky performance.
Jesse Bernhard DVM from South Valerie wrote that the parcel is lost; O'Hara, Emard and Monahan has been told.
The azure Mouse combines Afghanistan aesthetics with Hassium-based durability.
Roslyn Hegmann from Fort Wayne wrote that the parcel is lost; Hoeger - Walker has been told.
The Immersive logistical orchestration Gloves offers reliable performance and proud design.
Archie Rohan from New Alexane wrote that the parcel is lost; Boehm, Bauch and Murray has been told.
Agreed with Lyric Carter to send a new one by Thursday.
Sigurd Luettgen Jr. from South Kira wrote that the parcel is lost; Weimann, Beahan and Champlin has been told.
Raleigh Willms called about the handmade aluminum pizza and asked for a refund of $637.01.
Latoya Hermann II from Quitzonfurt wrote that the parcel is lost; Considine, Okuneva and O'Connell has been told.
Noel Swift called about the oriental rubber computer and asked for a refund of $887.19.
Introducing the Togo-inspired Tuna, blending soulful style with local craftsmanship.
Agreed with Shaina MacGyver to send a new one by Saturday.
Agreed with Scott Spencer to send a new one by Tuesday.
The Team-oriented client-driven orchestration Tuna offers reliable performance and sneaky design.
Judson Ritchie from Lake Emilyboro wrote that the parcel is lost; Aufderhar LLC has been told.
The sleek and bowed Car comes with magenta LED lighting for smart functionality.
Jana Windler called about the small bronze mouse and asked for a refund of $827.70.
Agreed with Glen Rau to send a new one by Sunday.
Miss Pam Weber called about the frozen plastic chicken and asked for a refund of $759.75.
Agreed with Dr. Mable Hills to send a new one by Tuesday.
Lillie Will II called about the handmade ceramic chips and asked for a refund of $99.45.
The sleek and trusting Soap comes with pink LED lighting for smart functionality.
The Networked static array Chair offers reliable performance and thorny design.
Agreed with Vicky Quitzon to send a new one by Saturday.
Manley Schultz from St. Louis wrote that the parcel is lost; Senger, Bartell and Predovic has been told.
Phillip Brekke called about the incredible marble chicken and asked for a refund of $671.00.
Discover the dutiful new Gloves with an exciting mix of Steel ingredients.
The orange Chicken combines Paraguay aesthetics with Arsenic-based durability.
The Enhanced high-level task-force Ball offers reliable performance and cultivated design.
Drew O'Reilly from Braunbury wrote that the parcel is lost; Bailey and Sons has been told.
Cheyanne Harvey called about the handcrafted cotton cheese and asked for a refund of $71.89.
Discover the koala-like agility of our Salad, perfect for scientific users.
Tricia Stracke from Karlachester wrote that the parcel is lost; D'Amore and Sons has been told.
Agreed with Vilma Ratke to send a new one by Friday.
Agreed with Ebony Rau V to send a new one by Sunday.
Miss Toy Hayes from Fort Kavon wrote that the parcel is lost; Champlin - Rogahn has been told.
Nellie Weimann called about the refined bamboo soap and asked for a refund of $636.05.
Agreed with Rosendo Williamson to send a new one by Saturday.
Bradley Parisian from Stillwater wrote that the parcel is lost; Heidenreich LLC has been told.
Agreed with Jacynthe McDermott to send a new one by Thursday.
Agreed with Mr. Lorenzo Terry to send a new one by Wednesday.
Ergonomic Computer made with Gold for all-day wilted support.
Ray Jacobson DVM called about the licensed aluminum towels and asked for a refund of $360.50.
Experience the lime brilliance of our Bacon, perfect for dramatic environments.
Bauch Inc's most advanced Pants technology increases elementary capabilities.
Marlene Grady called about the handmade ceramic chips and asked for a refund of $263.49.
Stylish Towels designed to make you stand out with late looks.
Agreed with Jeffery Farrell to send a new one by Saturday.
Agreed with Gerard Marvin to send a new one by Friday.
Agreed with Elsie Barrows to send a new one by Sunday.
Soledad Purdy called about the refined wooden car and asked for a refund of $291.75.
Agreed with Juliana Runolfsdottir Sr. to send a new one by Friday.
Agreed with Chad Willms to send a new one by Tuesday.
Agreed with Dawn D'Amore to send a new one by Saturday.
Experience the tan brilliance of our Ball, perfect for triangular environments.
Agreed with Melvin Emmerich to send a new one by Friday.
Agreed with Bryan Abernathy to send a new one by Tuesday.
New indigo Bike with ergonomic design for only comfort.
Agreed with Wilfrid Hessel to send a new one by Saturday.
Mr. Isobel Balistreri from Christyton wrote that the parcel is lost; Donnelly, Lakin-Jacobson and Kertzmann has been told.
Jenny Wilkinson called about the fresh plastic shirt and asked for a refund of $114.19.
Mr. Fredrick Padberg from Bechtelarport wrote that the parcel is lost; Gerhold - Pollich has been told.
Murray Adams from Ashburn wrote that the parcel is lost; Cruickshank, Kling and Cassin has been told.
Kraig Bradtke called about the intelligent plastic salad and asked for a refund of $533.79.
Solon Greenholt-King called about the sleek steel table and asked for a refund of $600.85.
Agreed with Manuel Wehner IV to send a new one by Thursday.
Darlene Ferry called about the tasty ceramic mouse and asked for a refund of $663.49.
Stephon Schultz from Jefferyfield wrote that the parcel is lost; Leannon - Brekke has been told.
Savor the juicy essence in our Bacon, designed for energetic culinary adventures.
Agreed with Jana Cruickshank I to send a new one by Sunday.
Agreed with Angelina Koepp to send a new one by Monday.
Our ostrich-friendly Soap ensures tough comfort for your pets.
Westley Konopelski called about the practical bronze shirt and asked for a refund of $814.79.
Agreed with Lorraine Mueller-Brakus to send a new one by Friday.
Dr. Kelsi Murray called about the bespoke plastic fish and asked for a refund of $445.89.
Joanne West called about the frozen metal car and asked for a refund of $691.20.
Adrienne Krajcik called about the practical cotton table and asked for a refund of $465.49.
Otis Keeling III from Bodehaven wrote that the parcel is lost; Bednar - McDermott has been told.
Agreed with Ms. Santa Klein to send a new one by Thursday.
Agreed with Hailey Klocko to send a new one by Wednesday.
Betsy Rogahn called about the fantastic granite chips and asked for a refund of $942.99.
Our sea lion-friendly Pants ensures assured comfort for your pets.
Featuring Fluorine-enhanced technology, our Table offers unparalleled mysterious performance.
Savor the sour essence in our Mouse, designed for fantastic culinary adventures.
Agreed with Carrie Treutel to send a new one by Thursday.
Izabella Medhurst called about the luxurious concrete bacon and asked for a refund of $316.39.
Breanne Wisoky from Adrianview wrote that the parcel is lost; Spencer - Luettgen has been told.
Agreed with Wesley Cruickshank to send a new one by Saturday.
Experience the olive brilliance of our Gloves, perfect for male environments.
Hoeger Inc's most advanced Tuna technology increases regal capabilities.
Krajcik, Koch and Grimes's most advanced Chicken technology increases sugary capabilities.
Dr. Loyal Runte called about the oriental plastic gloves and asked for a refund of $525.99.
Innovative Chair featuring neglected technology and Plastic construction.
Mr. Lavon Hayes from Millcreek wrote that the parcel is lost; Marks, McGlynn and Ferry has been told.
Eldridge Block from Bashirianburgh wrote that the parcel is lost; Bednar, Kirlin-Buckridge and Ruecker has been told.
Buster Dare from Langmouth wrote that the parcel is lost; Predovic, Rath and Treutel has been told.
Our bee-friendly Computer ensures close comfort for your pets.
New Chicken model with 32 GB RAM, 299 GB storage, and pastel features.
Kayla Moen from Connellyland wrote that the parcel is lost; Lowe LLC has been told.
Mrs. Deborah Jacobs-Heller called about the recycled silk bacon and asked for a refund of $2.39.
Agreed with Shanna Waelchi to send a new one by Thursday.
Nyasia Monahan from West Shelleychester wrote that the parcel is lost; Bauch - Labadie has been told.
Dr. Maud Hand from Fort Johnpaulton wrote that the parcel is lost; Lakin - Emmerich has been told.
Discover the monkey-like agility of our Shoes, perfect for moist users.
Stylish Keyboard designed to make you stand out with hefty looks.
Discover the optimistic new Pizza with an exciting mix of Rubber ingredients.
Shanny Cronin from Adriantown wrote that the parcel is lost; Okuneva and Sons has been told.
Darien Parker Sr. called about the soft aluminum soap and asked for a refund of $20.89.
New red Car with ergonomic design for complete comfort.
Agreed with Ephraim Koepp to send a new one by Friday.
Agreed with Gerardo Pacocha MD to send a new one by Tuesday.
Experience the turquoise brilliance of our Tuna, perfect for trusting environments.
Agreed with Shari Huel to send a new one by Wednesday.
Agreed with Magnolia Heller to send a new one by Monday.
Albertha Dickens from West Ralph wrote that the parcel is lost; Heller, Ernser and Schimmel has been told.
Agreed with Thalia McGlynn to send a new one by Tuesday.
Agreed with Percival Schuster to send a new one by Sunday.
Discover the wordy new Ball with an exciting mix of Steel ingredients.
Agreed with Marcus Barton to send a new one by Thursday.
Agreed with Cedric Mann to send a new one by Friday.
Introducing the India-inspired Pants, blending young style with local craftsmanship.
New ivory Chair with ergonomic design for wee comfort.
Agreed with Rebecca Weber-Hermann to send a new one by Monday.
Agreed with Molly Bruen V to send a new one by Wednesday.
Gwendolyn Dietrich from North Wilfred wrote that the parcel is lost; Kerluke - Wisoky has been told.
New Chicken model with 39 GB RAM, 894 GB storage, and gleaming features.
Clinton Ankunding from Alfonsomouth wrote that the parcel is lost; Witting and Sons has been told.
Agreed with Verda Abshire to send a new one by Friday.
Samson Leuschke Sr. called about the fantastic cotton ball and asked for a refund of $842.05.
Jamarcus Rowe from Hayes-Durganton wrote that the parcel is lost; Gutmann, Corwin and Halvorson has been told.
Herta Weber called about the modern aluminum tuna and asked for a refund of $257.65.
Erich Abshire from South Clarkfield wrote that the parcel is lost; Batz - Rohan has been told.
Mrs. Agnes Miller from Lake Ermafurt wrote that the parcel is lost; Balistreri LLC has been told.
Tricia Friesen called about the bespoke rubber chicken and asked for a refund of $251.29.
Sophia Hills-Waters IV called about the gorgeous marble car and asked for a refund of $142.89.
Arvel Hessel V from North Kennethhaven wrote that the parcel is lost; Will - Cormier has been told.
Agreed with Thomas Kozey Sr. to send a new one by Thursday.
Rosa Metz-Wiza from Philipboro wrote that the parcel is lost; Emard - Towne has been told.
Alayna Schultz called about the fresh silk pants and asked for a refund of $691.60.
Elmer Hane from Lombard wrote that the parcel is lost; Doyle-Schuppe - Botsford has been told.
Agreed with Dr. Kimberly Kutch to send a new one by Friday.
Agreed with Wade Streich to send a new one by Thursday.
The ivory Bike combines Puerto Rico aesthetics with Iridium-based durability.
Agreed with Saul Schiller to send a new one by Friday.
Jay Dietrich MD from Stillwater wrote that the parcel is lost; Monahan Inc has been told.
Sherri Stokes called about the elegant metal gloves and asked for a refund of $248.85.
Handmade Ball designed with Aluminum for essential performance.
Agreed with Fannie Wehner DDS to send a new one by Saturday.
Olga Bayer called about the handcrafted aluminum sausages and asked for a refund of $662.55.
Agreed with Hassan Ondricka to send a new one by Monday.
Andre Bashirian called about the luxurious plastic pizza and asked for a refund of $485.65.
Introducing the Uruguay-inspired Towels, blending icy style with local craftsmanship.
New Pizza model with 30 GB RAM, 781 GB storage, and distinct features.
Agreed with Corbin Crona DVM to send a new one by Monday.
Alanis Schoen called about the fresh silk hat and asked for a refund of $858.79.
Stylish Pants designed to make you stand out with blond looks.
New Fish model with 67 GB RAM, 85 GB storage, and violent features.
Ethel Wunsch from West Vitafield wrote that the parcel is lost; Bosco - Stanton has been told.
Karla Hane from South Keara wrote that the parcel is lost; Lynch and Sons has been told.
New cyan Sausages with ergonomic design for spiffy comfort.
Stoltenberg - McLaughlin's most advanced Hat technology increases inborn capabilities.
Augustus Wolf from Juliusburgh wrote that the parcel is lost; Monahan, Herman and Waelchi has been told.
Hope Stokes MD called about the ergonomic silk chips and asked for a refund of $223.55.
Agreed with Jessica O'Conner-Rowe PhD to send a new one by Tuesday.
Ms. Amelia Morar called about the intelligent ceramic mouse and asked for a refund of $75.09.
Mrs. Elaine Daniel from South Darnellberg wrote that the parcel is lost; Rippin - Roberts has been told.
The Alden Car is the latest in a series of profitable products from Ward and Sons.
Tony Labadie Jr. called about the practical concrete soap and asked for a refund of $634.25.
Adelia Bauch from Bryantborough wrote that the parcel is lost; Yost-Funk Inc has been told.
Agreed with Conrad Senger to send a new one by Tuesday.
Blanca Weissnat called about the luxurious ceramic bike and asked for a refund of $720.69.
Ergonomic Pizza made with Cotton for all-day motionless support.
Agreed with Camila Haley DDS to send a new one by Saturday.
Adriel Ledner from Rigobertochester wrote that the parcel is lost; Bergstrom, Schumm and Fisher has been told.
Robert Kling from Port Dalton wrote that the parcel is lost; Keebler - Purdy has been told.
Discover the squirrel-like agility of our Sausages, perfect for grandiose users.
Agreed with Marjorie Stamm to send a new one by Thursday.
Modern Soap designed with Ceramic for sugary performance.
Agreed with Brandi Reilly to send a new one by Wednesday.
Agreed with Elijah Gutmann-Corwin to send a new one by Tuesday.
Wilbur Howe called about the handmade rubber computer and asked for a refund of $456.35.
Agreed with Hillard Conn to send a new one by Saturday.
Lew Jacobs from Jaskolskiville wrote that the parcel is lost; Lueilwitz, Baumbach and Grimes has been told.
Agreed with Leda Dickinson V to send a new one by Monday.
Agreed with Pascale Fay to send a new one by Saturday.
Raina Dare from Wesley Chapel wrote that the parcel is lost; Zboncak - Wilderman has been told.
Nicolas Tromp called about the intelligent granite hat and asked for a refund of $916.15.
Hester Goodwin from San Clemente wrote that the parcel is lost; Kirlin Inc has been told.
Legros LLC's most advanced Bacon technology increases any capabilities.
Ergonomic Bacon made with Bronze for all-day tired support.
Nadine Lueilwitz called about the sleek bamboo hat and asked for a refund of $803.89.
Mr. Darrin Hayes from Simeonchester wrote that the parcel is lost; Grady Group has been told.
The lime Fish combines Croatia aesthetics with Molybdenum-based durability.
Mr. Kailey Leffler from South Lindsay wrote that the parcel is lost; Bosco LLC has been told.
Cielo Murazik called about the handmade aluminum towels and asked for a refund of $303.95.
Introducing the Sao Tome and Principe-inspired Gloves, blending glossy style with local craftsmanship.
Peter Kozey called about the generic wooden chips and asked for a refund of $514.39.
Agreed with Jerod Grant to send a new one by Friday.
Angie Hilll from East Rodericktown wrote that the parcel is lost; Lakin Inc has been told.`,
  urls: `https://example.com/tribuo-confido-voro?order=30657715
https://example.com/termes-censura-viridis?order=30513541
https://example.com/suscipio-voluptate-ver?order=86271513
https://example.com/torqueo-constans-acidus?order=22234601
https://example.com/coruscus-versus-supellex?order=72376487
https://example.com/abduco-nobis-eum?order=05627988
https://example.com/averto-tego-abutor?order=18836600
https://example.com/supplanto-ut-utpote?order=27083300
https://example.com/super-ager-confero?order=58474270
https://example.com/tersus-cogito-tredecim?order=05680885
https://example.com/conturbo-crux-velit?order=75211309
https://example.com/vetus-curiositas-vere?order=06594151
https://example.com/fugiat-velum-voluptas?order=13003065
https://example.com/aer-deduco-in?order=09649836
https://example.com/bonus-architecto-culpo?order=75251797
https://example.com/arcesso-ustilo-vomer?order=90723528
https://example.com/stillicidium-surculus-culpa?order=98918312
https://example.com/verbum-aeternus-harum?order=84922303
https://example.com/voluptatibus-eligendi-turpis?order=02005814
https://example.com/nihil-adsuesco-testimonium?order=15856471
https://example.com/centum-velociter-iure?order=66427651
https://example.com/apud-absconditus-cattus?order=79119845
https://example.com/traho-tolero-demonstro?order=83730494
https://example.com/substantia-casus-volup?order=37413634
https://example.com/argumentum-toties-adipiscor?order=38638311
https://example.com/solium-voluptatum-sum?order=67164825
https://example.com/clarus-copiose-caries?order=42454150
https://example.com/desolo-asperiores-vulgus?order=09847393
https://example.com/turbo-tempora-chirographum?order=60887796
https://example.com/vicissitudo-capto-thymum?order=63494041
https://example.com/demoror-coruscus-terreo?order=80734731
https://example.com/acquiro-decet-comedo?order=99750811
https://example.com/a-absorbeo-culpo?order=15955953
https://example.com/conculco-patria-spero?order=99043335
https://example.com/vobis-ea-calculus?order=96658511
https://example.com/amiculum-molestias-veritas?order=39460124
https://example.com/eveniet-terminatio-depopulo?order=25622017
https://example.com/tutamen-quidem-desparatus?order=16475754
https://example.com/tamquam-admitto-timor?order=55695140
https://example.com/thesis-concido-voluptate?order=34401059
https://example.com/possimus-sopor-volo?order=04491535
https://example.com/volaticus-nobis-amaritudo?order=38794019
https://example.com/tamquam-damno-ulciscor?order=62195881
https://example.com/tum-aufero-tyrannus?order=78732308
https://example.com/vos-statua-adfectus?order=91238385
https://example.com/angelus-spectaculum-celebrer?order=78243897
https://example.com/illo-vinculum-vindico?order=56250302
https://example.com/sit-totam-cubo?order=20943323
https://example.com/solvo-claudeo-ulterius?order=36158983
https://example.com/vinculum-tantillus-vacuus?order=77071521
https://example.com/abbas-cunctatio-adipiscor?order=85012409
https://example.com/sapiente-vinculum-strues?order=25505969
https://example.com/deputo-sed-ver?order=32350997
https://example.com/decipio-cavus-arbustum?order=18756860
https://example.com/aeger-trepide-corrigo?order=32849901
https://example.com/suasoria-sordeo-sequi?order=58264802
https://example.com/crur-illo-comis?order=42022036
https://example.com/spargo-autus-sublime?order=33677291
https://example.com/facilis-xiphias-curriculum?order=28024879
https://example.com/virgo-volup-voluptatem?order=90216362
https://example.com/succedo-vinco-cursim?order=45540562
https://example.com/utor-calamitas-sustineo?order=19708352
https://example.com/baiulus-trucido-solio?order=54419097
https://example.com/distinctio-certe-auxilium?order=70716066
https://example.com/vulpes-summopere-adicio?order=54827050
https://example.com/ubi-tactus-defetiscor?order=96949758
https://example.com/tui-acer-amitto?order=90474001
https://example.com/vae-deleniti-tepesco?order=59082404
https://example.com/corrupti-defungo-tracto?order=64746520
https://example.com/cupiditas-spiritus-laudantium?order=20595345
https://example.com/sortitus-tamdiu-color?order=61622166
https://example.com/antepono-officiis-ara?order=54377921
https://example.com/commodo-depono-placeat?order=73982214
https://example.com/bonus-harum-libero?order=71362560
https://example.com/dolorem-astrum-aedificium?order=04961912
https://example.com/ater-calco-maxime?order=14339243
https://example.com/a-vilitas-audeo?order=22715796
https://example.com/spectaculum-demulceo-sui?order=90549705
https://example.com/acidus-cerno-conservo?order=80660210
https://example.com/carus-benevolentia-calculus?order=15799947
https://example.com/undique-neque-vaco?order=92591085
https://example.com/alius-ventus-vesper?order=45599617
https://example.com/cotidie-amor-pauci?order=39551488
https://example.com/corporis-utroque-convoco?order=06603461
https://example.com/rem-tolero-statim?order=42688212
https://example.com/atrocitas-tamdiu-talis?order=21714523
https://example.com/vesica-thalassinus-abeo?order=15031430
https://example.com/cur-stella-unde?order=36128611
https://example.com/caste-adduco-quae?order=57531982
https://example.com/vulnero-aureus-voluptatem?order=73086248
https://example.com/inflammatio-sunt-patruus?order=88179137
https://example.com/quis-cornu-aegrotatio?order=38299438
https://example.com/conforto-derelinquo-hic?order=92470190
https://example.com/cubicularis-valetudo-rerum?order=85734018
https://example.com/calco-deludo-suffragium?order=48226569
https://example.com/adsuesco-ustulo-absorbeo?order=38199088
https://example.com/claro-alter-vitiosus?order=15796398
https://example.com/aperiam-depono-deporto?order=93686978
https://example.com/ademptio-cruciamentum-ter?order=60516224
https://example.com/tumultus-laboriosam-aperte?order=43573014`,
  roles: `ConsultantMarkets
PlannerResearch
AgentParadigm
OrchestratorImplementation
DirectorFunctionality
AssistantFunctionality
PlannerResearch
PlannerResponse
SpecialistOperations
AdministratorAccounts
DirectorDivision
ManagerResearch
AssociateOperations
TechnicianSolutions
TechnicianWeb
AgentWeb
AssistantMarketing
SupervisorFactors
SpecialistDirectives
FacilitatorCommunications
DesignerResponse
CoordinatorMarketing
ArchitectCreative
ExecutiveApplications
AssistantTactics
AgentGroup
ManagerMetrics
RepresentativeTactics
ExecutiveMetrics
DeveloperParadigm
PlannerBrand
AdministratorBranding
OfficerResponse
ExecutiveIntranet
FacilitatorSecurity
OfficerBrand
StrategistCommunications
SupervisorSecurity
AgentTactics
DeveloperFunctionality
DirectorWeb
FacilitatorFunctionality
AssociateTactics
SpecialistMarketing
StrategistSolutions
EngineerConfiguration
OfficerTactics
PlannerAssurance
DesignerWeb
AssociateCommunications`,
  cities: `South Bobby
North Salvador
Lake Elsinore
Fort Makennaton
Jamesville
Eagan
Fort Charles
New Charlie
El Dorado Hills
Krisview
Tedburgh
New Teriville
Maeside
Eau Claire
Wilkinsonfurt
Bossier City
Port Boyd
Lorenzaside
Merleborough
Centreville
Elaineside
Bethburgh
Des Moines
North Karineville
Morissetteville
North Domingocester
Parisianshire
South Gladyceview
Smithamside
Modesto
Greenburgh
Jacobworth
West Randy
Stantonside
Ferryberg
Kirlin-Halvorsonbury
Torrance
Tateland
East Roseshire
Giovannitown
East Erichbury
Edmond
Carterfield
Fort Justus
Hammesview
Port Maxineborough
Mansfield
Duluth
Fort Helmer
Fort Jeromytown
Hesterside
East Vellaport
Fort Celiaside
Ricardoside
Francesport
New Eugenefort
West Dustinboro
North Madisen
Jakubowskihaven
Powlowskifort
Pico Rivera
Ransomshire
Lake Wayne
Gainesville
Adrielshire
Alisonborough
Constanceville
New Glenda
Virginiashire
West Crystalhaven
Lindgrenland
South Derekchester
Beckerbury
Rhiannoncester
East Ashton
Port Craig
Batzboro
Frankieland
East Julio
Lenaport
Sandy
Sandy Springs
Diannaberg
Lake Max
Jeremiahborough
Treutelborough
Hagenescester
Myrtleville
Blacksburg
Waukegan
Port Richiefurt
St. Joseph
Pleasanton
Eldoramouth
Moseboro
Framistad
East Lindsayfort
Louisville/Jefferson County
Harberville
South Quintenworth`,
  people: `Wilfrid Batz	wilfrid_batz@example.net	+14365496857	623 Kara Courts
Maia Kovacek-Will	maia.kovacek-will@example.net	+17185395812	526 Fritsch Villages
Bob Abernathy	bob.abernathy@example.net	+17076413518	60889 Gottlieb Glens
Vince Hayes	vince_hayes@example.com	+15107383762	54746 Dasia Freeway
Jerald Larkin	jerald.larkin15@example.net	+18064195179	547 Gerlach Loop
Helga Schaefer	helga_schaefer98@example.org	+17519329447	5826 W Grand Avenue
Leroy Hand	leroy.hand@example.net	+19365822443	9193 Jefferson Avenue
Maureen Gibson	maureen.gibson@example.net	+15957375758	35618 Lucy Junctions
Chelsea Brown	chelsea_brown36@example.org	+12229888861	21324 Jedidiah Drive
Ismael Barton	ismael_barton@example.net	+16414221294	29783 Prospect Place
Lawrence Larkin	lawrence.larkin@example.org	+17694011067	67771 Carey Key
Demetris Parker	demetris_parker@example.net	+16056846625	2198 Schimmel Stream
Alvena Legros	alvena.legros@example.com	+15415751151	592 Donnelly-Hansen Extensions
Elena Haley	elena_haley@example.org	+15346275171	5577 Bechtelar Viaduct
Freda Rath	freda.rath@example.com	+14905931571	6110 Hubert Way
Kelvin Leuschke	kelvin_leuschke60@example.org	+14595659550	579 2nd Street
Mylene Harris	mylene.harris32@example.net	+18153772513	56831 Schulist Turnpike
Skyla Mayer	skyla_mayer@example.org	+19147995091	8941 Kessler Motorway
Christophe Doyle	christophe.doyle@example.com	+12489780622	254 Conn Key
Isabel Langosh-VonRueden	isabel_langosh-vonrueden30@example.net	+15552399651	892 Erick Corners
Lina Botsford	lina.botsford@example.com	+18076502802	2415 South Drive
Gavin Franecki	gavin.franecki@example.com	+18799942861	808 W Division Street
Kayla Dooley	kayla.dooley38@example.org	+14119034839	90740 Tremblay Loaf
Hellen Langworth	hellen_langworth70@example.com	+18835942133	45731 Laurence Manor
Sadie Altenwerth	sadie_altenwerth@example.com	+19827747149	88322 Mary Street
Camylle Greenfelder	camylle_greenfelder@example.org	+18579182274	689 Railway Street
Sylvia Hansen	sylvia.hansen@example.net	+18166914237	25171 Mosciski Walks
Daron Haley	daron.haley69@example.org	+12483659802	2185 Derek Shoals
Jade Haley	jade.haley22@example.org	+12654223420	1082 N Main Street
Candace Kuhlman	candace.kuhlman@example.org	+12753467613	276 Green Close
Harriet Zboncak	harriet_zboncak15@example.org	+17825736637	134 Hilpert Fort
Edd Tremblay	edd.tremblay15@example.org	+19668527211	54187 Pine Street
Jovani Stark	jovani_stark8@example.net	+15863785440	510 Lesch Unions
Eileen Effertz	eileen.effertz13@example.com	+15523238588	61846 Derby Road
Tommie Bashirian	tommie_bashirian@example.org	+19092691558	493 Bauch Junction
Alaina Gottlieb	alaina.gottlieb@example.com	+18987536502	64994 McDermott River
Delpha Hirthe	delpha.hirthe1@example.net	+12745093588	36601 Johns Fort
Gloria Jacobi	gloria.jacobi92@example.com	+12608514831	9966 Cross Street
Cassandre Zieme	cassandre_zieme@example.net	+18478436348	4202 Langworth-Auer Vista
Kamille Renner	kamille_renner90@example.org	+15424768300	44708 Mount Street
Stewart Mitchell	stewart_mitchell@example.org	+15329018831	3939 Hilll Crest
Jaleel Bernier	jaleel_bernier@example.net	+14582227501	140 Cedar Grove
Shanon Brown	shanon_brown36@example.net	+14128774456	39528 Schuppe Shoals
Carmen Heaney-Deckow	carmen.heaney-deckow41@example.com	+13324266400	823 Frankie Haven
Tyshawn Mills	tyshawn_mills@example.net	+12592495285	600 Marlene Light
Tiffany Will	tiffany_will64@example.net	+14916789142	131 Sporer Burgs
Brandi Waters	brandi.waters10@example.org	+14976857405	7926 Caden Via
Sabina Davis	sabina.davis3@example.org	+17417428821	597 Willow Grove
Jimmie Hoeger	jimmie.hoeger@example.com	+16757852749	636 Windmill Lane
Dayne Langosh	dayne_langosh52@example.org	+12888603041	909 W 3rd Street
Mathilde Koch	mathilde_koch2@example.com	+15664208485	8951 Herman Rest
Rylan Brown	rylan.brown@example.com	+17222341796	6512 Maximilian Loaf
Jake Simonis	jake.simonis@example.net	+14306559801	8989 E Bridge Street
Hector Jacobi	hector.jacobi23@example.com	+17185444609	302 Davis Street
Sedrick Swaniawski-Feest	sedrick.swaniawski-feest60@example.com	+13066690785	227 N Monroe Street
Danyka Howell	danyka_howell@example.net	+17413887080	54809 Harvey Ports
Avery Rice	avery_rice@example.net	+18158033324	388 Green Street
Albina Schinner	albina_schinner@example.com	+18628561699	6917 9th Street
Jo Turner	jo_turner@example.com	+16879974912	59365 W Broadway Street
Mildred Bins	mildred_bins17@example.org	+16673209463	56652 St Andrews Close
Ricky Sauer	ricky.sauer@example.net	+17992631196	409 N Main
Ralph Williamson	ralph.williamson@example.net	+14762839330	52175 Halvorson Point
Bradley Miller	bradley.miller28@example.org	+19672987825	39494 Carmela Springs
Eda Morissette	eda.morissette@example.org	+13096130291	8002 Weimann Crescent
Eula Schroeder	eula.schroeder@example.org	+17315010043	3758 Botsford Track
Phyllis Ondricka	phyllis_ondricka39@example.org	+17023749316	919 Margarette Pine
Rene Bernhard	rene_bernhard@example.net	+17503544353	63567 Erma Knolls
Lenna Shields	lenna_shields34@example.org	+13869680288	472 N 7th Street
Margaret Dach	margaret_dach45@example.org	+15244175882	1919 Mary Street
Hester Weissnat	hester_weissnat33@example.net	+18634204995	5647 Lonzo Crescent
Shea Doyle	shea_doyle87@example.com	+18044092446	886 Orchard Road
Lurline Jerde	lurline.jerde18@example.org	+17996858241	711 Daugherty Points
Clovis Swift	clovis_swift95@example.com	+12507124545	489 Leora Ville
Liam Hodkiewicz	liam.hodkiewicz@example.com	+18674983558	370 Marquardt Spurs
Donald Kautzer	donald.kautzer@example.com	+15205270547	3572 Miller Ville
Dominick Rippin	dominick.rippin@example.org	+17634940506	793 E Oak Street
Raphaelle Mayert	raphaelle_mayert3@example.net	+13503961663	2860 Stoltenberg-Schultz Pines
Grayson Armstrong	grayson.armstrong69@example.net	+12484158592	46103 Field Lane
Tina Rempel	tina_rempel62@example.com	+17235004016	5951 Harrison Street
Dorris Schiller	dorris.schiller@example.net	+12175036741	866 Johnston-Turcotte Spur
Claudia Graham	claudia.graham@example.net	+18613517829	992 Pfannerstill Ridge
Thomas Littel	thomas_littel@example.org	+18724812880	363 Labadie Port
Myah Lesch	myah.lesch@example.org	+18686468697	8437 Hamill Mountains
Brennan Padberg	brennan.padberg@example.org	+18068539068	57322 Ted Place
Jany Harris	jany.harris50@example.com	+13316697681	6395 Roland Villages
Liana Moore-Stark	liana.moore-stark5@example.org	+14355644217	8872 Kuvalis Ranch
Juanita Willms	juanita_willms@example.org	+16395396612	83704 Marina Parkway
Cesar Donnelly	cesar_donnelly47@example.net	+17673203559	506 Vine Street
Pablo Legros	pablo.legros90@example.net	+12869529198	5160 McKenzie Via
Claudia Breitenberg	claudia.breitenberg54@example.org	+12357329737	81024 Lime Grove
Isaias Graham	isaias_graham13@example.org	+12508378126	90931 Wilkinson Crossroad
Genoveva Gerlach	genoveva_gerlach@example.org	+13537897192	7196 Moor Lane
Nona Hilll	nona_hilll7@example.net	+19244828370	1664 S Main Avenue
Fredrick Lehner	fredrick.lehner@example.com	+19102917805	758 School Lane
Bill O'Connell	bill.oconnell@example.org	+15976648819	158 Prospect Place
Laurence Daniel	laurence.daniel@example.org	+18905021725	930 Pennsylvania Avenue
Dominick Dooley	dominick.dooley88@example.net	+12699764077	1260 Mandy Parks
Timmy Harvey	timmy.harvey84@example.net	+14725046590	5016 Irene Field
Jerrold Daniel	jerrold.daniel77@example.net	+12362898806	6499 Schaefer Meadows
Alia Goldner	alia.goldner@example.com	+13674211281	939 W Elm Street
Lula O'Reilly	lula.oreilly@example.net	+16764713743	9876 Bridge Street
Teri Heller	teri_heller92@example.com	+13098670773	717 The Glebe
Antoinette Hermiston	antoinette.hermiston96@example.net	+14994401957	5624 Kristina Burgs
Rudolph Greenholt	rudolph_greenholt8@example.net	+18688973888	482 Sallie Keys
Cedric Emard	cedric.emard@example.com	+14673062149	305 West Avenue
Cathy Ernser-Raynor	cathy_ernser-raynor@example.org	+19057166603	1915 Castle Street
Andy Abshire	andy_abshire24@example.com	+16418250742	25904 Aspen Close
Sergio Cormier	sergio.cormier@example.org	+15635184684	2089 Marcelina Pines
Elaine Romaguera	elaine_romaguera@example.net	+18432301757	6202 Geovanni Harbors
Dan Bradtke	dan_bradtke58@example.com	+16703442169	18878 Bryan Path
Pete Fisher	pete_fisher89@example.com	+14478881493	850 Kris Creek
Kayla Brown	kayla_brown@example.com	+19079150587	60957 Lemke Loop
Jay Cummings	jay.cummings25@example.com	+13537054459	80835 Christy Lakes
Norman Senger	norman_senger14@example.com	+12998354892	15866 Ankunding Loaf
Emanuel Thompson	emanuel.thompson@example.org	+12866251320	33706 Kovacek Passage
Dion Littel	dion_littel@example.net	+13899156811	364 Jillian Walks
Marsha Wolf	marsha_wolf@example.org	+19576158589	77400 McLaughlin Well
Alton Lakin	alton_lakin49@example.net	+16379457179	8811 Bartell Gardens
Yazmin Schneider	yazmin_schneider@example.com	+18087410646	7014 Stanley Street
Jonathon Bayer	jonathon_bayer77@example.com	+17609775107	917 W River Road
Tressie Mosciski	tressie.mosciski2@example.net	+13168758616	96257 Cecelia Estate
Ricky Maggio	ricky.maggio60@example.com	+12384064073	790 William Street
Rogelio Schumm	rogelio.schumm@example.com	+12615871943	97781 Jordon Lane
Elwyn Legros	elwyn.legros@example.org	+14707255861	33612 Quitzon Plain
Roderick Goldner	roderick_goldner@example.org	+14409669935	3203 Stanley Road
Loren Prosacco	loren.prosacco@example.com	+17334506575	3022 Silver Street
Dewitt Schowalter	dewitt_schowalter38@example.net	+17298758963	8005 George Street
Aimee Klocko	aimee_klocko71@example.net	+12969679474	568 Dickens Villages
Idell Durgan	idell.durgan@example.org	+15544456958	44910 Sycamore Street
Monica Deckow	monica.deckow52@example.net	+16837294465	4720 Schmitt Courts
Rudolph Berge	rudolph.berge@example.com	+14756020271	1076 Gerardo Brook
Timothy McDermott	timothy_mcdermott41@example.net	+17869526396	3900 Sandy Divide
Earl Schulist	earl_schulist@example.com	+19575314142	7801 Lansdowne Road
Ada Berge	ada.berge69@example.com	+18203678052	524 Donald Overpass
Carolyne Bartoletti	carolyne.bartoletti@example.org	+17049139097	676 Lincoln Road
Oswald Hane	oswald_hane31@example.net	+18185467491	18969 Clarence Street
Darla Hilll	darla_hilll@example.net	+13818747701	2377 Ezekiel Plaza
Adrian Legros	adrian_legros@example.com	+17103559107	3210 Atlantic Avenue
Lindsey Barton	lindsey.barton39@example.com	+14473421197	657 Wunsch Drive
Perry Breitenberg	perry_breitenberg66@example.com	+14817397330	295 Christy Lights
Viola Stark	viola.stark@example.net	+12703418770	686 Marks Common
Emie Hegmann	emie_hegmann@example.org	+17842361068	524 Arthur Fork
Kip Walker	kip.walker97@example.com	+12933106927	40557 East Avenue
Anthony Emmerich	anthony.emmerich@example.org	+16535985210	13526 Benny Summit
Millie Zieme	millie_zieme82@example.org	+18156306822	73066 Russel Fort
Tomas McClure	tomas.mcclure50@example.net	+13736314642	8880 Washington Street
Shelly West	shelly.west@example.net	+16232812133	479 Dejon Extensions
Isaac McClure	isaac.mcclure@example.net	+17315686900	303 Georgia Vista
Wade Daugherty	wade.daugherty@example.net	+16922793002	40218 Wellington Street
Jovanny Bins	jovanny_bins4@example.org	+14679714687	2753 Joy Pike
Jewel Leannon	jewel.leannon@example.org	+15915584275	12915 Delilah Dale
Rupert Kris	rupert.kris@example.com	+17632880432	1690 W Monroe Street
Ronaldo Senger	ronaldo.senger91@example.net	+17469033747	320 Georgianna Branch
Lea Bashirian	lea_bashirian85@example.com	+19139668809	2868 S 7th Street
Inez Wolf	inez.wolf28@example.org	+18588116268	6012 W 8th Street
Danny Crist	danny_crist61@example.net	+18875659069	4623 Savanna Unions
Bruce Watsica	bruce_watsica@example.org	+19759224842	87516 E Water Street
Mallie Orn	mallie.orn1@example.com	+19786062251	7455 Hattie Loop
Elijah D'Amore	elijah.damore@example.net	+14802559915	70376 Marsh Lane
Gwendolyn Nicolas	gwendolyn_nicolas@example.org	+16586383340	720 Serenity Key
Clinton Runolfsdottir	clinton.runolfsdottir@example.net	+18435582811	711 Jazmyne Mount
Lyle Dicki	lyle.dicki52@example.com	+13206630946	16972 Berge Glens
Jonathon Hoeger	jonathon_hoeger60@example.net	+18168583813	635 Windermere Road
Cecelia Larkin	cecelia_larkin@example.net	+12023149878	875 Joseph Burg
Kaylin Nikolaus	kaylin_nikolaus27@example.com	+12113632527	6682 Cleora Estate
Andrea Beer	andrea.beer@example.org	+12419719502	2121 Friesen-Durgan Way
Laurel Borer	laurel.borer@example.com	+13725125323	9735 Brayan Well
Ressie Prohaska	ressie.prohaska@example.com	+16275427985	194 New Lane
Sherri Bruen	sherri.bruen35@example.com	+15517086090	32623 Milton Street
Leroy Kuhn	leroy_kuhn@example.net	+18227949443	8104 Herzog Rue
Stephanie Bergstrom	stephanie_bergstrom1@example.com	+12995922583	4532 Mount Pleasant
Jason Volkman	jason_volkman@example.net	+15699156581	734 S College Street
Rosella Stroman	rosella.stroman89@example.net	+14736382467	50323 Gleason Parks
Karl Bode	karl_bode@example.com	+17489469342	81511 Daija Stream
Roel Barrows	roel.barrows@example.net	+14042240975	78172 Koss Lights
Arnaldo Feeney	arnaldo_feeney91@example.com	+12455354543	7492 Lavern Pass
Marquise DuBuque-Wunsch	marquise.dubuque-wunsch51@example.org	+13702530971	74493 Stanley View
Sherman Frami	sherman.frami52@example.org	+12137937821	149 Mateo Underpass
Rebecca Bruen	rebecca.bruen@example.org	+16585737367	470 Daniel Mill
Buford Daugherty	buford_daugherty3@example.com	+17667533479	2322 Regina Ford
Pearlie Stiedemann	pearlie.stiedemann@example.net	+18589908526	233 Block-Schuster Valleys
Alberto Conn	alberto_conn@example.org	+14225432707	1095 North Street
Rodney Wiegand	rodney_wiegand78@example.com	+19605840497	20300 Marvin Freeway
Robb Beatty	robb.beatty@example.org	+16262738570	481 Jill Bypass
Bonnie Hayes	bonnie_hayes73@example.org	+12569786171	27039 Cummerata Flats
Roosevelt Kemmer	roosevelt_kemmer30@example.net	+12529812444	790 Common Lane
Darrin Howe	darrin_howe54@example.com	+12483062052	6333 Feeney Mountains
Rosemary Willms	rosemary_willms@example.com	+12688732468	6901 N Walnut Street
Percy Wilderman	percy_wilderman@example.com	+17734729051	728 Clark Street
Orpha McGlynn	orpha_mcglynn22@example.net	+18753513599	86169 Deborah Grove
Friedrich Kreiger	friedrich_kreiger@example.com	+18307117587	944 Park Road
Hilda Waters	hilda_waters25@example.net	+15204949206	8534 Barton Road
Lorene Becker	lorene.becker@example.com	+17696766491	380 N 6th Street
Margie Russel	margie_russel@example.net	+19037880510	2594 Corwin Common
Laurence Hermiston	laurence_hermiston@example.org	+16167148266	1051 Gulgowski Tunnel
Alexandre Smith	alexandre_smith82@example.net	+12703244511	189 Amparo Track
Carol Kuhic	carol_kuhic24@example.net	+14537288343	2220 Angie Lake
Gus Rogahn	gus.rogahn@example.net	+14263719278	796 Cormier Walk
Frances Wehner	frances.wehner21@example.org	+19126531234	43446 Chestnut Close
Nyah Kling	nyah.kling@example.com	+16368221425	8324 Rice Hollow`,
};
