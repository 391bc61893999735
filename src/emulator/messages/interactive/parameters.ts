import { anything, filled, integer, list, loose, needed, oneOf, optional, text, url } from "../../graph/shape.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";

const { buttonTitle, callTtlMinutes } = MESSAGE_LIMITS;

const label = needed(text({ least: 1, most: buttonTitle }));
const amount = loose({ value: needed(integer(0)), offset: needed(integer(1)) });

function named(name: string) {
  return needed(oneOf(name));
}

export const ctaUrlAction = loose({
  name: named("cta_url"),
  parameters: needed(loose({ display_text: label, url: needed(url) })),
});

export const flowAction = loose({
  name: named("flow"),
  parameters: needed(
    loose({
      flow_message_version: needed(oneOf("3")),
      flow_id: optional(filled),
      flow_name: optional(filled),
      // Up to 30 characters are advised; more are taken.
      flow_cta: needed(filled),
      flow_token: optional(text()),
      mode: optional(oneOf("draft", "published")),
      flow_action: optional(oneOf("navigate", "data_exchange")),
      flow_action_payload: optional(loose({ screen: optional(filled) })),
    }),
  ),
});

export const locationRequestAction = loose({ name: named("send_location") });

export const addressAction = loose({
  name: named("address_message"),
  parameters: needed(
    loose({
      country: needed(oneOf("IN", "SG")),
      values: optional(loose()),
      saved_addresses: optional(list(loose({ id: needed(filled), value: needed(loose()) }))),
    }),
  ),
});

export const productAction = loose({ catalog_id: needed(filled), product_retailer_id: needed(filled) });

export const catalogAction = loose({
  name: named("catalog_message"),
  parameters: optional(loose({ thumbnail_product_retailer_id: optional(filled) })),
});

export const orderDetailsAction = loose({
  name: named("review_and_pay"),
  parameters: needed(
    loose({
      reference_id: needed(text({ least: 1, most: 60 })),
      type: needed(oneOf("digital-goods", "physical-goods")),
      currency: needed(filled),
      total_amount: needed(amount),
      order: needed(
        loose({
          status: needed(oneOf("pending")),
          items: needed(
            list(
              loose({
                name: needed(filled),
                amount: needed(amount),
                sale_amount: optional(amount),
                quantity: needed(integer(1)),
              }),
              { least: 1 },
            ),
          ),
          subtotal: needed(amount),
          tax: optional(amount),
          shipping: optional(amount),
          discount: optional(amount),
        }),
      ),
    }),
  ),
});

const ORDER_STATUSES = ["pending", "processing", "partially_shipped", "shipped", "completed", "canceled"];

export const orderStatusAction = loose({
  name: named("review_order"),
  parameters: needed(
    loose({
      reference_id: needed(filled),
      order: needed(loose({ status: needed(oneOf(...ORDER_STATUSES)), description: optional(text({ most: 120 })) })),
    }),
  ),
});

export const callPermissionAction = loose({ name: named("call_permission_request") });

export const contactInfoAction = loose({ name: named("request_contact_info") });

export const voiceCallAction = loose({
  name: named("voice_call"),
  parameters: optional(
    loose({
      display_text: optional(text({ least: 1, most: buttonTitle })),
      ttl_minutes: optional(integer(1, callTtlMinutes)),
      payload: optional(anything),
    }),
  ),
});
