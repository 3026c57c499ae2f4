"""wechatpayv3 (https://pypi.org/project/wechatpayv3/), unmodified, against a sandbox: `wechatpayv3_client.py FOLDER KEYS`."""

import base64
import gzip
import hashlib
import json
import pathlib
import re
import sys
import tempfile

from wechatpayv3 import WeChatPay, WeChatPayType

from stage import Stage, expect


def main():
    _, folder, keys = sys.argv
    stage = Stage("wechatpayv3", folder, keys)
    if keys == "certificate":
        with stage.operation("certificates"):
            sdk = configured(stage)
    else:
        stage.none("certificates", "needs no certificate")
        key = {"public_key": stage.file("platform_public_key"), "public_key_id": stage.facts["platform_public_key_id"]}
        sdk = configured(stage, **key)
    orders(stage, sdk)
    refunds(stage, sdk)
    bills(stage, sdk)
    transfers(stage, sdk)
    sharings(stage, sdk)
    complaints(stage, sdk)
    uploads(stage, sdk)
    refusals(stage, sdk)


def configured(stage, **key):
    """The SDK, configured as its README says. It calls WeChat Pay's own host; its setting for a proxy leads it here."""
    return WeChatPay(
        wechatpay_type=WeChatPayType.NATIVE,
        mchid=stage.facts["mchid"],
        private_key=stage.file("merchant_private_key"),
        cert_serial_no=stage.facts["merchant_serial"],
        appid=stage.facts["appid"],
        apiv3_key=stage.facts["api_v3_key"],
        notify_url=stage.notify_url("others"),
        timeout=(10, 20),
        proxy={"https": stage.facts["https_proxy"]},
        **key,
    )


def answer(called, expected=200):
    """The answer to a call, which the SDK returns as a status and a text."""
    status, text = called
    expect(status == expected, f"{status}: {text}")
    return json.loads(text) if text else None


def order(sdk, number, kind=WeChatPayType.NATIVE, **members):
    return answer(sdk.pay(description="一个茶壶", out_trade_no=number, amount={"total": 100}, pay_type=kind, **members))


def orders(stage, sdk):
    with stage.operation("order-native"):
        expect(order(sdk, "native", notify_url=stage.notify_url("native"))["code_url"], "no code_url")
    with stage.operation("order-jsapi"):
        expect(order(sdk, "jsapi1", WeChatPayType.JSAPI, payer=PAYER)["prepay_id"], "no prepay_id")
    with stage.operation("order-app"):
        expect(order(sdk, "app001", WeChatPayType.APP)["prepay_id"], "no prepay_id")
    with stage.operation("order-h5"):
        expect(order(sdk, "h50001", WeChatPayType.H5, scene_info=SCENE)["h5_url"], "no h5_url")
    with stage.operation("query-by-number"):
        expect(answer(sdk.query(out_trade_no="native"))["trade_state"] == "NOTPAY", "the state differs")
    with stage.operation("pay-notification"):
        stage.api("POST", "/orders/native/pay", {})
        paid = sdk.callback(*stage.notified("native"))
        expect(paid and paid["resource"]["out_trade_no"] == "native", f"opened: {paid}")
    with stage.operation("query-by-id"):
        found = answer(sdk.query(transaction_id=paid["resource"]["transaction_id"]))
        expect((found["out_trade_no"], found["trade_state"]) == ("native", "SUCCESS"), f"found: {found}")
    with stage.operation("close"):
        answer(sdk.close(out_trade_no="app001"), 204)
        expect(answer(sdk.query(out_trade_no="app001"))["trade_state"] == "CLOSED", "the order is not closed")


def refunds(stage, sdk):
    with stage.operation("refund"):
        amount = {"refund": 40, "total": 100, "currency": "CNY"}
        made = answer(sdk.refund("refund1", amount, out_trade_no="native", notify_url=stage.notify_url("refund1")))
        expect(made["status"] == "PROCESSING", f"made: {made}")
    with stage.operation("refund-notification"):
        stage.api("POST", "/refunds/refund1/complete", {})
        refunded = sdk.callback(*stage.notified("refund1"))
        expect(refunded and refunded["resource"]["refund_status"] == "SUCCESS", f"opened: {refunded}")
    with stage.operation("query-refund"):
        expect(answer(sdk.query_refund("refund1"))["status"] == "SUCCESS", "the status differs")


def bills(stage, sdk):
    with stage.operation("bill"):
        order(sdk, "billed")
        bill = answer(sdk.trade_bill(stage.pay_two_days_ago("billed"), tar_type="GZIP"))
        expect(bill["hash_type"] == "SHA1", f"bill: {bill}")
    with stage.operation("bill-download"):
        status, packed = sdk.download_bill(bill["download_url"])
        expect(status == 200, f"{status}: {packed}")
        rows = gzip.decompress(packed)
        expect(hashlib.sha1(rows).hexdigest() == bill["hash_value"].lower(), "the hash differs")
        expect(b"billed" in rows, "the bill does not have the order")


def transfers(stage, sdk):
    with stage.operation("transfer"):
        occasion = [("活动名称", "新会员有礼"), ("奖励说明", "注册会员抽奖")]
        report = [{"info_type": kind, "info_content": content} for kind, content in occasion]
        made = sdk.mch_transfer_bills(
            out_bill_no="transfer1",
            transfer_scene_id="1000",
            openid=PAYER["openid"],
            transfer_amount=50,
            transfer_remark="谢谢",
            user_name=NAME,
            transfer_scene_report_infos=report,
            notify_url=stage.notify_url("transfer1"),
        )
        expect(answer(made)["state"] == "WAIT_USER_CONFIRM", "the state differs")
    with stage.operation("transfer-notification"):
        stage.api("POST", "/transfers/transfer1/accept", {})
        done = sdk.callback(*stage.notified("transfer1"))
        expect(done and done["resource"]["state"] == "SUCCESS", f"opened: {done}")
    with stage.operation("query-transfer"):
        found = answer(sdk.mch_transfer_bills_query("transfer1"))
        expect((found["state"], sdk.decrypt(found["user_name"])) == ("SUCCESS", NAME), f"found: {found}")


def sharings(stage, sdk):
    receiver = {"type": "PERSONAL_OPENID", "account": PAYER["openid"]}
    with stage.operation("sharing-receiver"):
        answer(sdk.profitsharing_add_receiver(receiver["type"], receiver["account"], "STAFF", NAME))
        expect(stage.row("receivers", account=receiver["account"])["name"] == NAME, "the name differs")
    with stage.operation("sharing"):
        order(sdk, "shared", settle_info={"profit_sharing": True})
        stage.api("POST", "/orders/shared/pay", {})
        transaction = answer(sdk.query(out_trade_no="shared"))["transaction_id"]
        with stage.clock(90):  # A payment can be shared one minute after it was made.
            share = {**receiver, "name": NAME, "amount": 20, "description": "分给店员"}
            made = answer(sdk.profitsharing_order(transaction, "sharing1", [share], False))
        expect(made["state"] == "PROCESSING", f"made: {made}")
    with stage.operation("query-sharing"):
        stage.api("POST", "/sharings/sharing1/complete", {})
        found = answer(sdk.profitsharing_order_query(transaction, "sharing1"))
        expect((found["state"], found["receivers"][0]["amount"]) == ("FINISHED", 20), f"found: {found}")
    with stage.operation("unfreeze"):
        with stage.clock(90):
            answer(sdk.profitsharing_unfreeze(transaction, "unfreeze1", "解冻全部剩余资金"))


def complaints(stage, sdk):
    with stage.operation("complaints"):
        found = answer(sdk.complaint_list_query("2026-01-01", "2026-01-02"))["data"]
        expect(found, "no complaint is listed")
    with stage.operation("complaint"):
        detail = answer(sdk.complaint_detail_query(found[0]["complaint_id"]))
        phone = sdk.decrypt(detail["payer_phone"])
        expect(re.fullmatch(r"\d{8,}", phone), f"opened: {phone}")


def uploads(stage, sdk):
    with stage.operation("upload-image"), tempfile.TemporaryDirectory() as folder:
        image = pathlib.Path(folder, "teapot.png")
        image.write_bytes(PNG)
        expect(answer(sdk.image_upload(str(image)))["media_id"], "no media_id")


def refusals(stage, sdk):
    with stage.operation("refuses-spoiled-answer"):
        with stage.spoiled("/faults", "/v3/pay/transactions/native"):
            try:
                order(sdk, "refused0")
            except Exception as error:  # The SDK raises no more specific one.
                expect(str(error) == "failed to verify the signature", f"another error: {error}")
            else:
                raise AssertionError("it accepted a wrong signature")
        order(sdk, "refused1", notify_url=stage.notify_url("refused1"))
    with stage.operation("refuses-spoiled-notification"):
        with stage.spoiled("/notifications/faults", "TRANSACTION.SUCCESS"):
            stage.api("POST", "/orders/refused1/pay", {})
            expect(sdk.callback(*stage.notified("refused1")) is None, "it accepted a wrong signature")


NAME = "张三"
PAYER = {"openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}
SCENE = {"payer_client_ip": "14.23.150.211", "h5_info": {"type": "Wap"}}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

if __name__ == "__main__":
    main()
