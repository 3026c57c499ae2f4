'use strict';

// The sandbox around a client: its facts, its admin API, a server that is notified, and the reports.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const DAY = 24 * 60 * 60;

class Stage {
  constructor(client, folder, keys) {
    Object.assign(this, { client, folder, keys, notifications: new Map() });
    this.facts = JSON.parse(fs.readFileSync(path.join(folder, 'sandbox.json'), 'utf8'));
  }

  // Runs `tried` on a stage, which receives notifications meanwhile.
  static async run(client, tried) {
    const [folder, keys] = process.argv.slice(2);
    const stage = new Stage(client, folder, keys);
    stage.receiver = http.createServer((request, response) => stage.receive(request, response));
    await new Promise((resolve) => stage.receiver.listen(0, '127.0.0.1', resolve));
    await tried(stage);
    stage.receiver.close();
    stage.receiver.closeAllConnections();
  }

  // The text of a file that `sandbox.json` names.
  file(fact) {
    return fs.readFileSync(path.join(this.folder, this.facts[fact]), 'utf8');
  }

  // Reports the success or failure of `tried` under this name; whatever a client throws is a failure.
  async operation(name, tried) {
    try {
      await tried();
    } catch (error) {
      const answered = error?.response?.data;
      return this.report(name, 'failed', `${error} ${answered ? JSON.stringify(answered) : ''}`);
    }
    return this.report(name, 'ok');
  }

  // Reports that the client does not have this operation.
  none(name, reason) {
    this.report(name, 'none', reason);
  }

  report(name, outcome, reason = '') {
    const line = reason.split(/\s+/).join(' ').slice(0, 400);
    process.stdout.write(`${[this.client, this.keys, name, outcome, line].join('\t')}\n`);
  }

  // Calls the admin API.
  async api(method, place, body) {
    const headers = { Authorization: `Bearer ${this.facts.admin_token}`, 'Content-Type': 'application/json' };
    const asked = { method, headers, body: body && JSON.stringify(body) };
    const answer = await fetch(`${this.facts.admin_url}/api${place}`, asked);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  // Sets the sandbox's clock this many seconds ahead, and back again afterwards.
  async clock(offset, meanwhile) {
    await this.api('PUT', '/clock', { offset });
    try {
      return await meanwhile();
    } finally {
      await this.api('PUT', '/clock', { offset: 0 });
    }
  }

  // Makes the user pay two days ago, and returns the day, in Beijing, of the bill with this payment.
  async payTwoDaysAgo(number) {
    await this.clock(-2 * DAY, () => this.api('POST', `/orders/${number}/pay`, {}));
    return new Date(Date.now() - 2 * DAY * 1000 + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
  }

  // Address of the notifications about this number.
  notifyUrl(number) {
    return `http://127.0.0.1:${this.receiver.address().port}/${number}`;
  }

  async receive(request, response) {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    this.notification(request.url.slice(1)).came({ headers: request.headers, body: Buffer.concat(pieces).toString() });
    response.writeHead(204).end();
  }

  // The headers and the body of the first notification about this number, unchanged.
  async notified(number) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no notification of ${number} within 20 s`)), 20_000);
    });
    return Promise.race([this.notification(number).first, late]).finally(() => clearTimeout(timer));
  }

  notification(number) {
    if (!this.notifications.has(number)) {
      let came;
      const first = new Promise((resolve) => { came = resolve; });
      this.notifications.set(number, { first, came });
    }
    return this.notifications.get(number);
  }

  // Makes the next signature for this endpoint wrong, and checks that it was made.
  async spoiled(faults, endpoint, meanwhile) {
    await this.api('POST', faults, { fault: 'wrong-signature', endpoint, times: 1 });
    await meanwhile();
    expect((await this.api('GET', faults)).length === 0, 'no signature was spoiled');
  }

  // The row of the sandbox's books that has this member.
  async row(table, member, value) {
    const found = (await this.api('GET', `/books/${table}`)).filter((row) => row[member] === value);
    expect(found.length === 1, `${found.length} rows of ${table} have ${value}`);
    return found[0];
  }
}

function expect(holds, otherwise) {
  if (!holds) throw new Error(typeof otherwise === 'string' ? otherwise : JSON.stringify(otherwise));
}

// Values for orders, transfers and uploads.
const things = {
  name: '张三',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  scene: { payer_client_ip: '14.23.150.211', h5_info: { type: 'Wap' } },
  occasion: [
    { info_type: '活动名称', info_content: '新会员有礼' },
    { info_type: '奖励说明', info_content: '注册会员抽奖' },
  ],
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

module.exports = { Stage, expect, things };
