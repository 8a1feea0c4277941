# frozen_string_literal: true

# What puma serves; startBroker.mjs starts it. Its variables are not the broker's own PACT_BROKER_…, which would turn a
# password such as 123 or a,b into something that is no text.
require 'pact_broker'

app = PactBroker::App.new do |config|
  config.database_adapter = ENV.fetch('BROKER_DATABASE_ADAPTER')
  config.database_name = ENV.fetch('BROKER_DATABASE_NAME')
  config.database_host = ENV.fetch('BROKER_DATABASE_HOST', nil)
  config.database_username = ENV.fetch('BROKER_DATABASE_USERNAME', nil)
  config.basic_auth_enabled = true
  config.basic_auth_username = ENV.fetch('BROKER_USERNAME')
  config.basic_auth_password = ENV.fetch('BROKER_PASSWORD')
  config.base_urls = ENV.fetch('BROKER_BASE_URLS').split
  config.seed_example_data = false
  config.log_configuration_on_startup = false
  config.hide_pactflow_messages = true
end

run app
