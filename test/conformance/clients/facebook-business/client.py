"""An unmodified facebook-business client. The attribute `GRAPH` of its session is the emulator's address."""

from facebook_business.adobjects.whatsappbusinessaccount import WhatsAppBusinessAccount
from facebook_business.api import FacebookAdsApi
from facebook_business.session import FacebookSession
from steps import BASE_URL, PHONE_ID, USER, WABA_ID

session = FacebookSession(access_token="unknown-token")
session.GRAPH = BASE_URL
api = FacebookAdsApi(session)
FacebookAdsApi.set_default_api(api)
account = WhatsAppBusinessAccount(WABA_ID)
created: dict[str, str] = {}


def call(method: str, *path: str, **params) -> dict:
    return api.call(method, path, params=params).json()


def send(**message) -> None:
    sent = call("POST", PHONE_ID, "messages", messaging_product="whatsapp", to=USER, **message)
    assert sent["messages"][0]["id"].startswith("wamid."), sent
