/** `value / offset` units of the currency: `{value: 1100, offset: 100}` is 11.00. */
export interface Amount {
  value: number;
  offset: number;
  description?: string;
}

export interface OrderItem {
  retailer_id?: string;
  name: string;
  amount: Amount;
  sale_amount?: Amount;
  quantity: number;
  [field: string]: unknown;
}

export interface OrderDetails {
  /** The order's own number, different for each. */
  reference_id: string;
  type: "digital-goods" | "physical-goods";
  /** ISO 4217. */
  currency: string;
  total_amount: Amount;
  order: {
    /** `pending`. */
    status: string;
    items: readonly OrderItem[];
    subtotal: Amount;
    tax?: Amount;
    shipping?: Amount;
    discount?: Amount & { discount_program_name?: string };
    catalog_id?: string;
    expiration?: { timestamp: string; description?: string };
    [field: string]: unknown;
  };
  /** `payment_type`, `payment_configuration`, `payment_settings` …: differ by country. */
  [field: string]: unknown;
}

export interface OrderStatus {
  /** That of the order details. */
  reference_id: string;
  order: {
    /** `pending`, `processing`, `partially_shipped`, `shipped`, `completed`, `canceled`. */
    status: string;
    description?: string;
  };
  [field: string]: unknown;
}

export interface AddressParameters {
  /** `IN` or `SG`. */
  country: string;
  values?: Readonly<Record<string, string>>;
  saved_addresses?: readonly { id: string; value: Readonly<Record<string, string>> }[];
  validation_errors?: Readonly<Record<string, string>>;
}
