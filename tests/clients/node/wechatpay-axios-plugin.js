'use strict';

// wechatpay-axios-plugin (https://www.npmjs.com/package/wechatpay-axios-plugin), unmodified, against a sandbox:
// `wechatpay-axios-plugin.js FOLDER KEYS`.

const { createHash } = require('node:crypto');
const { gunzipSync } = require('node:zlib');
const { Aes, Formatter, Multipart, Rsa, Wechatpay } = require('wechatpay-axios-plugin');

const { Stage, expect, things } = require('./stage');

Stage.run('wechatpay-axios-plugin', async (stage) => {
  const client = new Client(stage, await platformKey(stage));
  await orders(stage, client);
  await refunds(stage, client);
  await bills(stage, client);
  await transfers(stage, client);
  await sharings(stage, client);
  await complaints(stage, client);
  await uploads(stage, client);
  await refusals(stage, client);
});

// The SDK with one key of WeChat Pay's, and the steps that its callers do themselves.
class Client {
  constructor(stage, { serial, pem }) {
    this.stage = stage;
    this.serial = serial;
    this.key = Rsa.from(pem, Rsa.KEY_TYPE_PUBLIC);
    this.privateKey = Rsa.from(stage.file('merchant_private_key'), Rsa.KEY_TYPE_PRIVATE);
    this.v3 = configured(stage, { [serial]: this.key }).v3;
  }

  // The additional header of a request with encrypted members.
  get named() {
    return { headers: { 'Wechatpay-Serial': this.serial } };
  }

  encrypt(text) {
    return Rsa.encrypt(text, this.key);
  }

  decrypt(text) {
    return Rsa.decrypt(text, this.privateKey);
  }

  // Verifies and opens a notification as the SDK's README does.
  opened({ headers, body }) {
    const message = Formatter.response(headers['wechatpay-timestamp'], headers['wechatpay-nonce'], body);
    expect(headers['wechatpay-serial'] === this.serial, `signed by ${headers['wechatpay-serial']}`);
    if (!Rsa.verify(message, headers['wechatpay-signature'], this.key)) throw new WrongSignature();
    return JSON.parse(unsealed(this.stage, JSON.parse(body).resource));
  }

  order(way, number, members = {}) {
    const { appid, mchid } = this.stage.facts;
    return this.v3.pay.transactions[way].post({
      appid,
      mchid,
      description: '一个茶壶',
      out_trade_no: number,
      notify_url: this.stage.notifyUrl(number),
      amount: { total: 100 },
      ...members,
    });
  }

  query(number) {
    const { mchid } = this.stage.facts;
    return this.v3.pay.transactions.outTradeNo.$out_trade_no$.get({ params: { mchid }, out_trade_no: number });
  }
}

class WrongSignature extends Error {}

// The SDK, configured as its README says. It calls the host of WeChat Pay; HTTPS_PROXY leads it here.
function configured(stage, certs) {
  return new Wechatpay({
    mchid: stage.facts.mchid,
    serial: stage.facts.merchant_serial,
    privateKey: Rsa.from(stage.file('merchant_private_key'), Rsa.KEY_TYPE_PRIVATE),
    certs,
  });
}

// WeChat Pay's public key, or its certificate. The SDK's own downloader verifies the answer with the certificate in it, as
// below. In 0.9.6 its verifier never gets that certificate, so the answer is verified here by the SDK's `Rsa`.
async function platformKey(stage) {
  if (stage.keys === 'public-key') {
    stage.none('certificates', 'needs no certificate');
    return { serial: stage.facts.platform_public_key_id, pem: stage.file('platform_public_key') };
  }
  const key = {};
  await stage.operation('certificates', async () => {
    const { data, headers } = await configured(stage, { any: undefined }).v3.certificates.get({ transformResponse: [] });
    const [{ serial_no: serial, encrypt_certificate: sealed }] = JSON.parse(data).data;
    Object.assign(key, { serial, pem: unsealed(stage, sealed) });
    const message = Formatter.response(headers['wechatpay-timestamp'], headers['wechatpay-nonce'], data);
    const genuine = Rsa.verify(message, headers['wechatpay-signature'], Rsa.from(key.pem, Rsa.KEY_TYPE_PUBLIC));
    expect(genuine && headers['wechatpay-serial'] === serial, 'signed by another key');
  });
  return key;
}

function unsealed(stage, { ciphertext, nonce, associated_data: aad }) {
  return Aes.AesGcm.decrypt(ciphertext, stage.facts.api_v3_key, nonce, aad);
}

async function orders(stage, client) {
  const { payer, scene } = things;
  await stage.operation('order-native', async () => {
    expect((await client.order('native', 'native')).data.code_url, 'no code_url');
  });
  await stage.operation('order-jsapi', async () => {
    expect((await client.order('jsapi', 'jsapi1', { payer })).data.prepay_id, 'no prepay_id');
  });
  await stage.operation('order-app', async () => {
    expect((await client.order('app', 'app001')).data.prepay_id, 'no prepay_id');
  });
  await stage.operation('order-h5', async () => {
    expect((await client.order('h5', 'h50001', { scene_info: scene })).data.h5_url, 'no h5_url');
  });
  await stage.operation('query-by-number', async () => {
    expect((await client.query('native')).data.trade_state === 'NOTPAY', 'the state differs');
  });
  let paid;
  await stage.operation('pay-notification', async () => {
    await stage.api('POST', '/orders/native/pay', {});
    paid = client.opened(await stage.notified('native'));
    expect(paid.out_trade_no === 'native', paid);
  });
  await stage.operation('query-by-id', async () => {
    const asked = { params: { mchid: stage.facts.mchid }, transaction_id: paid.transaction_id };
    const { data } = await client.v3.pay.transactions.id._transaction_id_.get(asked);
    expect(data.out_trade_no === 'native' && data.trade_state === 'SUCCESS', data);
  });
  await stage.operation('close', async () => {
    const { close } = client.v3.pay.transactions.outTradeNo.$out_trade_no$;
    const { status } = await close.post({ mchid: stage.facts.mchid }, { out_trade_no: 'app001' });
    expect(status === 204, `status ${status}`);
    expect((await client.query('app001')).data.trade_state === 'CLOSED', 'the order is not closed');
  });
}

async function refunds(stage, client) {
  const { refunds: place } = client.v3.refund.domestic;
  await stage.operation('refund', async () => {
    const { data } = await place.post({
      out_trade_no: 'native',
      out_refund_no: 'refund1',
      notify_url: stage.notifyUrl('refund1'),
      amount: { refund: 40, total: 100, currency: 'CNY' },
    });
    expect(data.status === 'PROCESSING', data);
  });
  await stage.operation('refund-notification', async () => {
    await stage.api('POST', '/refunds/refund1/complete', {});
    const refunded = client.opened(await stage.notified('refund1'));
    expect(refunded.refund_status === 'SUCCESS', refunded);
  });
  await stage.operation('query-refund', async () => {
    const { data } = await place.$out_refund_no$.get({ out_refund_no: 'refund1' });
    expect(data.status === 'SUCCESS', data);
  });
}

async function bills(stage, client) {
  let bill;
  await stage.operation('bill', async () => {
    await client.order('native', 'billed');
    const params = { bill_date: await stage.payTwoDaysAgo('billed'), tar_type: 'GZIP' };
    ({ data: bill } = await client.v3.bill.tradebill.get({ params }));
    expect(bill.hash_type === 'SHA1', bill);
  });
  await stage.operation('bill-download', async () => {
    const params = Object.fromEntries(new URL(bill.download_url).searchParams);
    const { data } = await client.v3.billdownload.file.get({ params, responseType: 'arraybuffer' });
    const rows = gunzipSync(data);
    expect(createHash('sha1').update(rows).digest('hex') === bill.hash_value.toLowerCase(), 'the hash differs');
    expect(rows.includes('billed'), 'the bill does not have the order');
  });
}

async function transfers(stage, client) {
  const { transferBills } = client.v3.fundApp.mchTransfer;
  await stage.operation('transfer', async () => {
    const { data } = await transferBills.post({
      appid: stage.facts.appid,
      out_bill_no: 'transfer1',
      transfer_scene_id: '1000',
      openid: things.payer.openid,
      user_name: client.encrypt(things.name),
      transfer_amount: 50,
      transfer_remark: '谢谢',
      notify_url: stage.notifyUrl('transfer1'),
      transfer_scene_report_infos: things.occasion,
    }, client.named);
    expect(data.state === 'WAIT_USER_CONFIRM', data);
  });
  await stage.operation('transfer-notification', async () => {
    await stage.api('POST', '/transfers/transfer1/accept', {});
    const done = client.opened(await stage.notified('transfer1'));
    expect(done.state === 'SUCCESS', done);
  });
  await stage.operation('query-transfer', async () => {
    const { data } = await transferBills.outBillNo.$out_bill_no$.get({ out_bill_no: 'transfer1' });
    expect(data.state === 'SUCCESS' && client.decrypt(data.user_name) === things.name, data);
  });
}

async function sharings(stage, client) {
  const { appid } = stage.facts;
  const receiver = () => ({ type: 'PERSONAL_OPENID', account: things.payer.openid, name: client.encrypt(things.name) });
  await stage.operation('sharing-receiver', async () => {
    await client.v3.profitsharing.receivers.add.post({ appid, relation_type: 'STAFF', ...receiver() }, client.named);
    const { name } = await stage.row('receivers', 'account', things.payer.openid);
    expect(name === things.name, `the name is ${name}`);
  });
  let transaction;
  await stage.operation('sharing', async () => {
    await client.order('native', 'shared', { settle_info: { profit_sharing: true } });
    await stage.api('POST', '/orders/shared/pay', {});
    transaction = (await client.query('shared')).data.transaction_id;
    const receivers = [{ ...receiver(), amount: 20, description: '分给店员' }];
    const share = { appid, transaction_id: transaction, out_order_no: 'sharing1', receivers, unfreeze_unsplit: false };
    // A payment can be shared one minute after it was made.
    const { data } = await stage.clock(90, () => client.v3.profitsharing.orders.post(share, client.named));
    expect(data.state === 'PROCESSING', data);
  });
  await stage.operation('query-sharing', async () => {
    await stage.api('POST', '/sharings/sharing1/complete', {});
    const asked = { params: { transaction_id: transaction }, out_order_no: 'sharing1' };
    const { data } = await client.v3.profitsharing.orders.$out_order_no$.get(asked);
    expect(data.state === 'FINISHED' && data.receivers[0].amount === 20, data);
  });
  await stage.operation('unfreeze', async () => {
    const wanted = { transaction_id: transaction, out_order_no: 'unfreeze1', description: '解冻全部剩余资金' };
    await stage.clock(90, () => client.v3.profitsharing.orders.unfreeze.post(wanted));
  });
}

async function complaints(stage, client) {
  let listed;
  await stage.operation('complaints', async () => {
    const params = { begin_date: '2026-01-01', end_date: '2026-01-02' };
    ({ data: { data: listed } } = await client.v3['merchant-service/complaints-v2'].get({ params }));
    expect(listed.length > 0, 'no complaint is listed');
  });
  await stage.operation('complaint', async () => {
    const { data } = await client.v3['merchant-service/complaints-v2/{complaint_id}'].get(listed[0]);
    const phone = client.decrypt(data.payer_phone);
    expect(/^\d{8,}$/.test(phone), `opened: ${phone}`);
  });
}

async function uploads(stage, client) {
  await stage.operation('upload-image', async () => {
    const meta = { filename: 'teapot.png', sha256: createHash('sha256').update(things.png).digest('hex') };
    const form = new Multipart().append('meta', JSON.stringify(meta)).append('file', things.png, meta.filename);
    const said = { meta, headers: form.getHeaders() };
    const { data } = await client.v3.merchant.media.upload.post(form.getBuffer(), said);
    expect(data.media_id, data);
  });
}

async function refusals(stage, client) {
  await stage.operation('refuses-spoiled-answer', async () => {
    await stage.spoiled('/faults', '/v3/pay/transactions/native', async () => {
      const error = await client.order('native', 'refused0').then(() => null, (thrown) => thrown);
      expect(error, 'it accepted a wrong signature');
      expect(error.code === 'EV3_RES_HEADER_SIGNATURE_DIGEST', `another error: ${error}`);
    });
    await client.order('native', 'refused1');
  });
  await stage.operation('refuses-spoiled-notification', async () => {
    await stage.spoiled('/notifications/faults', 'TRANSACTION.SUCCESS', async () => {
      await stage.api('POST', '/orders/refused1/pay', {});
      const spoiled = await stage.notified('refused1');
      try {
        client.opened(spoiled);
      } catch (error) {
        if (error instanceof WrongSignature) return;
        throw error;
      }
      throw new Error('it accepted a wrong signature');
    });
  });
}
