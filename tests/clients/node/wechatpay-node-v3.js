'use strict';

// wechatpay-node-v3 (https://www.npmjs.com/package/wechatpay-node-v3), unmodified, against a sandbox:
// `wechatpay-node-v3.js FOLDER certificate`. It supports no other kind of key.

const { createHash } = require('node:crypto');
const https = require('node:https');
const { HttpsProxyAgent } = require('https-proxy-agent');
const request = require('superagent');
const WxPay = require('wechatpay-node-v3');

const { Stage, expect, things } = require('./stage');

const REAL = 'https://api.mch.weixin.qq.com';

// Node does not use a proxy by itself. superagent makes each connection by a new agent of the global agent's class.
class Led extends HttpsProxyAgent {
  constructor() {
    super(process.env.HTTPS_PROXY);
  }
}
https.globalAgent = new Led();

Stage.run('wechatpay-node-v3', async (stage) => {
  const sdk = configured(stage);
  let platform;
  await stage.operation('certificates', async () => {
    [platform] = await sdk.get_certificates(stage.facts.api_v3_key);
    expect(platform.publicKey.includes('PUBLIC KEY'), platform);
  });
  await orders(stage, sdk);
  await refunds(stage, sdk);
  await bills(stage, sdk);
  await transfers(stage, sdk, platform);
  await sharings(stage, sdk, platform);
  stage.none('complaints', 'the SDK has no call');
  stage.none('complaint', 'the SDK has no call');
  stage.none('upload-image', 'sends JSON to an address without a host');
  await refusals(stage, sdk);
});

// The SDK, configured as its README says: without `serial_no`, which it reads from the certificate.
function configured(stage) {
  return new WxPay({
    appid: stage.facts.appid,
    mchid: stage.facts.mchid,
    publicKey: Buffer.from(stage.file('merchant_certificate')),
    privateKey: Buffer.from(stage.file('merchant_private_key')),
    key: stage.facts.api_v3_key,
  });
}

// The answer to a call; the SDK does not throw.
async function answer(called, expected = 200) {
  const { status, data, error } = await called;
  expect(status === expected, `${status}: ${error}`);
  return data;
}

function order(stage, number, members = {}) {
  return {
    description: '一个茶壶',
    out_trade_no: number,
    notify_url: stage.notifyUrl(number),
    amount: { total: 100 },
    ...members,
  };
}

// Verifies and opens a notification as the SDK does; `undefined` if the signature is wrong.
async function opened(sdk, { headers, body }) {
  if (!(await genuine(sdk, headers, body))) return undefined;
  const { ciphertext, associated_data: aad, nonce } = JSON.parse(body).resource;
  return sdk.decipher_gcm(ciphertext, aad, nonce);
}

function genuine(sdk, headers, body) {
  return sdk.verifySign({
    timestamp: headers['wechatpay-timestamp'],
    nonce: headers['wechatpay-nonce'],
    serial: headers['wechatpay-serial'],
    signature: headers['wechatpay-signature'],
    body,
  });
}

async function orders(stage, sdk) {
  const { payer, scene } = things;
  await stage.operation('order-native', async () => {
    expect((await answer(sdk.transactions_native(order(stage, 'native')))).code_url, 'no code_url');
  });
  await stage.operation('order-jsapi', async () => {
    const parameters = await answer(sdk.transactions_jsapi(order(stage, 'jsapi1', { payer })));
    expect(parameters.package.startsWith('prepay_id='), parameters);
  });
  await stage.operation('order-app', async () => {
    const parameters = await answer(sdk.transactions_app(order(stage, 'app001')));
    expect(parameters.prepayid, parameters);
  });
  await stage.operation('order-h5', async () => {
    expect((await answer(sdk.transactions_h5(order(stage, 'h50001', { scene_info: scene })))).h5_url, 'no h5_url');
  });
  await stage.operation('query-by-number', async () => {
    expect((await answer(sdk.query({ out_trade_no: 'native' }))).trade_state === 'NOTPAY', 'the state differs');
  });
  let paid;
  await stage.operation('pay-notification', async () => {
    await stage.api('POST', '/orders/native/pay', {});
    paid = await opened(sdk, await stage.notified('native'));
    expect(paid?.out_trade_no === 'native', `opened: ${JSON.stringify(paid)}`);
  });
  await stage.operation('query-by-id', async () => {
    const found = await answer(sdk.query({ transaction_id: paid.transaction_id }));
    expect(found.out_trade_no === 'native' && found.trade_state === 'SUCCESS', found);
  });
  await stage.operation('close', async () => {
    await answer(sdk.close('app001'), 204);
    expect((await answer(sdk.query({ out_trade_no: 'app001' }))).trade_state === 'CLOSED', 'the order is not closed');
  });
}

async function refunds(stage, sdk) {
  await stage.operation('refund', async () => {
    const made = await answer(sdk.refunds({
      out_trade_no: 'native',
      out_refund_no: 'refund1',
      notify_url: stage.notifyUrl('refund1'),
      amount: { refund: 40, total: 100, currency: 'CNY' },
    }));
    expect(made.status === 'PROCESSING', made);
  });
  await stage.operation('refund-notification', async () => {
    await stage.api('POST', '/refunds/refund1/complete', {});
    const refunded = await opened(sdk, await stage.notified('refund1'));
    expect(refunded?.refund_status === 'SUCCESS', `opened: ${JSON.stringify(refunded)}`);
  });
  await stage.operation('query-refund', async () => {
    expect((await answer(sdk.find_refunds('refund1'))).status === 'SUCCESS', 'the status differs');
  });
}

async function bills(stage, sdk) {
  let bill;
  await stage.operation('bill', async () => {
    await answer(sdk.transactions_native(order(stage, 'billed')));
    bill = await answer(sdk.tradebill({ bill_date: await stage.payTwoDaysAgo('billed'), bill_type: 'ALL' }));
    expect(bill.hash_type === 'SHA1', bill);
  });
  await stage.operation('bill-download', async () => {
    const rows = await answer(sdk.downloadBill(bill.download_url));
    expect(createHash('sha1').update(rows).digest('hex') === bill.hash_value.toLowerCase(), 'the hash differs');
    expect(rows.includes('billed'), 'the bill does not have the order');
  });
}

// The SDK has the older transfers in batches. The sandbox verifies and opens them, and answers with an example.
async function transfers(stage, sdk, platform) {
  await stage.operation('transfer', async () => {
    const detail = { out_detail_no: 'transfer2', transfer_amount: 50, transfer_remark: '谢谢', openid: things.payer.openid };
    const made = await answer(sdk.batches_transfer({
      out_batch_no: 'transfer1',
      batch_name: '谢谢',
      batch_remark: '谢谢',
      total_amount: 50,
      total_num: 1,
      wx_serial_no: platform.serial_no,
      transfer_detail_list: [{ ...detail, user_name: sdk.publicEncrypt(things.name, platform.publicKey) }],
    }));
    expect(made.batch_id, made);
  });
  await stage.operation('query-transfer', async () => {
    const asked = { out_batch_no: 'transfer1', need_query_detail: false };
    expect((await answer(sdk.query_batches_transfer_list(asked))).transfer_batch, 'no batch');
  });
  stage.none('transfer-notification', 'the sandbox does not notify of batches');
}

async function sharings(stage, sdk, platform) {
  const receiver = () => ({
    type: 'PERSONAL_OPENID',
    account: things.payer.openid,
    name: sdk.publicEncrypt(things.name, platform.publicKey),
  });
  await stage.operation('sharing-receiver', async () => {
    const added = { relation_type: 'STAFF', wx_serial_no: platform.serial_no, ...receiver() };
    await answer(sdk.profitsharing_receivers_add(added));
    const { name } = await stage.row('receivers', 'account', things.payer.openid);
    expect(name === things.name, `the name is ${name}`);
  });
  let transaction;
  await stage.operation('sharing', async () => {
    await answer(sdk.transactions_native(order(stage, 'shared', { settle_info: { profit_sharing: true } })));
    await stage.api('POST', '/orders/shared/pay', {});
    transaction = (await answer(sdk.query({ out_trade_no: 'shared' }))).transaction_id;
    const share = {
      transaction_id: transaction,
      out_order_no: 'sharing1',
      receivers: [{ ...receiver(), amount: 20, description: '分给店员' }],
      unfreeze_unsplit: false,
      wx_serial_no: platform.serial_no,
    };
    // A payment can be shared one minute after it was made.
    const made = await stage.clock(90, () => answer(sdk.create_profitsharing_orders(share)));
    expect(made.state === 'PROCESSING', made);
  });
  await stage.operation('query-sharing', async () => {
    await stage.api('POST', '/sharings/sharing1/complete', {});
    const found = await answer(sdk.query_profitsharing_orders(transaction, 'sharing1'));
    expect(found.state === 'FINISHED' && found.receivers[0].amount === 20, found);
  });
  await stage.operation('unfreeze', async () => {
    const wanted = { transaction_id: transaction, out_order_no: 'unfreeze1', description: '解冻全部剩余资金' };
    await stage.clock(90, () => answer(sdk.profitsharing_orders_unfreeze(wanted)));
  });
}

// The SDK does not verify answers by itself; it has `verifySign` for callers that send as its README's first example does.
async function refusals(stage, sdk) {
  const place = '/v3/pay/transactions/native';
  const sent = async (number) => {
    const { appid, mchid } = stage.facts;
    const body = { appid, mchid, ...order(stage, number) };
    const nonce = Math.random().toString(36).slice(2, 17);
    const time = Math.floor(Date.now() / 1000).toString();
    const authorization = sdk.getAuthorization(nonce, time, sdk.getSignature('POST', nonce, time, place, body));
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: authorization };
    return request.post(REAL + place).send(body).set({ 'User-Agent': 'superagent', ...headers });
  };
  await stage.operation('refuses-spoiled-answer', async () => {
    await stage.spoiled('/faults', place, async () => {
      const spoiled = await sent('refused0');
      expect(!(await genuine(sdk, spoiled.headers, spoiled.text)), 'it accepted a wrong signature');
    });
    const right = await sent('refused1');
    expect(await genuine(sdk, right.headers, right.text), 'it refused a right signature');
  });
  await stage.operation('refuses-spoiled-notification', async () => {
    await stage.spoiled('/notifications/faults', 'TRANSACTION.SUCCESS', async () => {
      await stage.api('POST', '/orders/refused1/pay', {});
      expect((await opened(sdk, await stage.notified('refused1'))) === undefined, 'it accepted a wrong signature');
    });
  });
}
