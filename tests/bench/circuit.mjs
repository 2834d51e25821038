// One visitor's open list with the messages that blazor.web.js sends: the real page and the real hub.

import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

// Blazor's protocol is SignalR's MessagePack protocol under another name.
class BlazorPack extends MessagePackHubProtocol {
  name = 'blazorpack';
}

const answerWithin = 30_000;

export class Circuit {
  #connection;
  #address;
  #headers;
  #calls = 0;
  #secret;
  #device;
  #handler;
  #clicks = 0;
  #waiting = [];
  batches = 0;

  /** Opens the page and its circuit as a client of that network address; resolves once the list answers clicks. */
  static async open(address, client) {
    const circuit = new Circuit();
    circuit.#address = new URL(address);
    circuit.#headers = { 'X-Forwarded-For': client };
    const page = await (await fetch(address, { headers: circuit.#headers })).text();
    const [, marker] = page.match(/<!--Blazor:(\{"type":"server".*?\})-->/) ?? [];
    if (!marker) {
      throw new Error(`${address} has no live component.`);
    }

    await circuit.#start(JSON.parse(marker));
    return circuit;
  }

  async #start(marker) {
    const connection = this.#connection = new HubConnectionBuilder()
      .withUrl(new URL('/_blazor', this.#address).href, { transport: HttpTransportType.WebSockets, logger: LogLevel.None, headers: this.#headers })
      .withHubProtocol(new BlazorPack())
      .build();
    const isLive = new Promise((resolve, reject) => {
      connection.on('JS.BeginInvokeJS', (...call) => this.#answer(call, marker));
      this.#waiting.push(() => this.#handler !== undefined && (resolve(), true));
      connection.on('JS.Error', fault => reject(new Error(fault)));
    });
    connection.on('JS.AttachComponent', () => {});
    connection.on('JS.EndInvokeDotNet', () => {});
    connection.on('JS.EndUpdateRootComponents', () => {});
    connection.on('JS.RenderBatch', (id, batch) => this.#draw(id, batch));
    await connection.start();
    this.#secret = await connection.invoke('StartCircuit', new URL('/', this.#address).href, this.#address.href, '[]', '');
    await within(isLive, 'the list to come alive');
  }

  /** What the page's script would answer to the one call that Blazor makes. */
  #answer([handle, name, json], marker) {
    if (name !== 'Blazor._internal.attachWebRendererInterop') {
      throw new Error(`The page's script has no ${name}.`);
    }

    this.#device = JSON.parse(json)[1].__dotNetObject;
    this.#connection.send('EndInvokeJSFromDotNet', handle, true, JSON.stringify([handle, true, null]));
    this.#connection.send('UpdateRootComponents', JSON.stringify({ batchId: 1, operations: [{ type: 'add', ssrComponentId: 1, marker }] }), '');
  }

  #draw(id, batch) {
    this.batches++;
    this.#connection.send('OnRenderCompleted', id, null);
    this.#handler = listHandler(batch) ?? this.#handler;
    this.#waiting = this.#waiting.filter(wait => !wait(Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength)));
  }

  /** Clicks a control of the list; resolves to the milliseconds until the change that contains the text has come. */
  async click(value, text, name = 'do') {
    const hasCome = new Promise(resolve => this.#waiting.push(batch => batch.includes(text) && (resolve(performance.now()), true)));
    const clicked = performance.now();
    const event = { eventHandlerId: this.#handler, eventName: 'listclick', eventFieldInfo: null };
    const detail = { click: ++this.#clicks, name, value };
    this.#connection.send('BeginInvokeDotNetFromJS', String(++this.#calls), null, 'DispatchEventAsync', this.#device, JSON.stringify([event, detail]));
    return await within(hasCome, `"${text}" after a click`) - clicked;
  }

  /** Leaves as a browser does that closes the page: the beacon, then the connection. */
  async leave() {
    const form = new FormData();
    form.append('circuitId', this.#secret);
    await fetch(new URL('/_blazor/disconnect', this.#address), { method: 'POST', headers: this.#headers, body: form });
    await this.#connection.stop();
  }
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => timer = setTimeout(() => reject(new Error(`Waited too long for ${what}.`)), answerWithin));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * The handler of the list's clicks among the frames of a render batch; undefined where it did not change. The batch's last
 * 20 bytes say where its tables are; a frame is 20 bytes, an attribute's being type 3, name, value and handler; strings
 * are numbered and carry their length.
 */
function listHandler(batch) {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  const int = at => view.getInt32(at, true);
  const [frames, strings] = [int(batch.byteLength - 16), int(batch.byteLength - 4)];
  for (let frame = frames + 4, end = frame + 20 * int(frames); frame < end; frame += 20) {
    if (int(frame) === 3 && text(batch, int(strings + 4 * int(frame + 4))) === 'onlistclick') {
      return Number(view.getBigUint64(frame + 12, true));
    }
  }
  return undefined;
}

function text(bytes, at) {
  let length = 0;
  for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
    byte = bytes[at++];
    length |= (byte & 0x7f) << shift;
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString();
}
