// What a team writes that does not use our contracts: `node byHand.cjs <consumer> <directory>` makes a pact, by Pact
// alone, which asks that a user made every change.
const { asynchronousBodyHandler, MatchersV3, MessageConsumerPact } = require('@pact-foundation/pact');

const [consumer, dir] = process.argv.slice(2);

new MessageConsumerPact({ consumer, provider: 'aws.cases', dir, logLevel: 'error' })
  .expectsToReceive('a case was updated')
  .withContent({
    detail: {
      eventType: MatchersV3.equal('CASE.UPDATED'),
      performedBy: {
        user: { userArn: MatchersV3.string('arn:aws:connect:eu-central-1:444455556666:instance/i/agent/a') },
      },
    },
  })
  .withMetadata({ contentType: 'application/json' })
  .verify(asynchronousBodyHandler(async ({ detail }) => void detail.performedBy.user.userArn.length));
