// Numbers out of base64, as the server packs them: little-endian.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, floats, shorts, signedShorts } from "../../mixup_demo/page/web/bytes.js";

const pack = (/** @type {number[]} */ values) => Buffer.from(values).toString("base64");

test("bytes", () => assert.deepEqual(bytes(pack([0, 127, 128, 255])), Uint8Array.of(0, 127, 128, 255)));

test("numbers of 16 bits without and with sign", () => {
  assert.deepEqual(shorts(pack([1, 0, 255, 255])), Uint16Array.of(1, 65535));
  assert.deepEqual(signedShorts(pack([1, 0, 255, 255])), Int16Array.of(1, -1));
});

test("floats", () => assert.deepEqual(floats(pack([0, 0, 0xc0, 0x3f])), Float32Array.of(1.5)));

test("nothing", () => assert.equal(floats("").length, 0));
