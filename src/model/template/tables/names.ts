/** Names of the templates that WhatsApp puts into every account: create answers 2388155. */
export const SAMPLE_TEMPLATE_NAMES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];
