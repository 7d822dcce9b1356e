// The client that is generated in TypeScript, against a running service.
// SERVICE_URL says where that is, OPERATOR_TOKEN what operators prove themselves with there.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import createClient from "openapi-fetch";
import type { components, paths } from "../target/signup.js";

type Problem = components["schemas"]["Problem"];

const baseUrl = variable("SERVICE_URL");
const shop = createClient<paths>({ baseUrl });
const operator = createClient<paths>({
  baseUrl,
  headers: { Authorization: `Bearer ${variable("OPERATOR_TOKEN")}` },
});
// Other addresses each time, so that the same service can be asked again.
const run = randomUUID();
const because = { "Audit-Reason": "case 4711" };

function variable(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}

function address(name: string): string {
  return `${name}-${run}@example.com`;
}

function aCustomer(email: string): components["schemas"]["NewCustomer"] {
  return {
    first_name: "Asha",
    last_name: "Patel",
    email,
    phone: "416-555-0123",
    province: "Ontario",
    city: "Toronto",
    postal_code: "m5v2t6",
  };
}

async function register(email: string): Promise<string> {
  const { data, response } = await shop.POST("/v1/customers", { body: aCustomer(email) });
  assert.equal(response.status, 201);
  assert.ok(data && data.status === "active");
  return data.id;
}

function pointers(problem: Problem | undefined): (string | undefined)[] | undefined {
  return problem?.errors?.map((error) => error.pointer).sort();
}

async function lookUp(email: string): Promise<string | undefined> {
  const { data } = await shop.POST("/verify-registration", { body: { email_id: email } });
  return data;
}

test("registers a customer once, however often the request is sent", async () => {
  const request = {
    params: { header: { "Idempotency-Key": `"${randomUUID()}"` } },
    body: aCustomer(address("first")),
  };
  const first = await shop.POST("/v1/customers", request);
  const again = await shop.POST("/v1/customers", request);

  assert.equal(first.response.status, 201);
  assert.ok(first.data && first.data.status === "active");
  assert.ok(Date.parse(first.data.registered_at) > 0);
  assert.equal(first.response.headers.get("Location"), `/v1/customers/${first.data.id}`);
  assert.deepEqual(again.data, first.data);
});

test("tells by a problem that the address is registered", async () => {
  await register(address("taken"));
  const { error, response } = await shop.POST("/v1/customers", {
    body: aCustomer(address("TAKEN")),
  });

  assert.equal(response.status, 409);
  assert.equal(response.headers.get("Content-Type"), "application/problem+json");
  assert.equal(error?.type, "/problems/address-registered");
  assert.equal(error?.code, "address-registered");
  assert.equal(error?.errors, undefined);
});

test("tells every value that is wrong", async () => {
  const { error, response } = await shop.POST("/v1/customers", {
    body: { ...aCustomer("nobody"), phone: "1" },
  });

  assert.equal(response.status, 422);
  assert.equal(error?.code, "validation-failed");
  assert.deepEqual(pointers(error), ["#/email", "#/phone"]);
  assert.ok(error.errors?.every((wrong) => wrong.code !== "" && wrong.detail !== ""));
});

test("registers and looks up by the old routes", async () => {
  const email_id = address("old");
  assert.equal(await lookUp(email_id), "User does not exist");
  const registered = await shop.POST("/customer-registration", {
    body: {
      first_name: "Asha",
      last_name: "Patel",
      email_id,
      phone: "416-555-0123",
      province: "ON",
      city: "Toronto",
      postalcode: "M5V 2T6",
    },
  });
  assert.equal(registered.data, "registration is successfull");
  assert.equal(await lookUp(email_id), "User exist.You may login");

  const { error } = await shop.POST("/verify-registration", { body: { email_id: "nobody" } });
  assert.ok(error && Array.isArray(error.detail));
  assert.deepEqual(error.detail[0]?.loc, ["body", "email_id"]);
  assert.equal(error.detail[0]?.type, "value_error.email");
});

/** What a page goes on from, of the reference to the next one. */
function after(next: string): string {
  const after = new URL(next, baseUrl).searchParams.get("after");
  assert.ok(after);
  return after;
}

test("lists customers page by page", async () => {
  const registered: string[] = [];
  for (let i = 0; i < 3; i++) {
    registered.push(await register(address(`page${i}`)));
  }
  const list = (after?: string) =>
    operator.GET("/v1/customers", {
      params: {
        query: { status: "active", limit: 2, ...(after === undefined ? {} : { after }) },
        header: because,
      },
    });
  const listed: string[] = [];
  let page = (await list()).data;
  while (page) {
    listed.push(...page.customers.map((customer) => customer.id));
    page = page.next === undefined ? undefined : (await list(after(page.next))).data;
  }

  assert.deepEqual(
    listed.filter((id) => registered.includes(id)),
    registered,
  );
});

test("finds a customer by the address", async () => {
  const id = await register(address("found"));
  const { data } = await operator.POST("/v1/customers/search", {
    params: { header: because },
    body: { email: `found-${run}`, limit: 20 },
  });

  assert.equal(data?.match, "beginning");
  assert.deepEqual(
    data.customers.map((customer) => [customer.id, customer.phone, customer.postal_code]),
    [[id, "+14165550123", "M5V 2T6"]],
  );
});

test("corrects the version that was looked at, and no other", async () => {
  const id = await register(address("corrected"));
  const correct = (etag: string, body: components["schemas"]["CustomerPatch"]) =>
    operator.PATCH("/v1/customers/{id}", {
      params: { path: { id }, header: { "If-Match": etag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    });
  const show = () =>
    operator.GET("/v1/customers/{id}", { params: { path: { id }, header: because } });

  const seen = (await show()).response.headers.get("ETag");
  assert.ok(seen);
  const corrected = await correct(seen, { city: "Ottawa", country: null });
  assert.equal(corrected.data?.city, "Ottawa");
  assert.equal(corrected.data.last_name, "Patel");
  assert.deepEqual((await show()).data, corrected.data);

  const stale = await correct(seen, { city: "Hull" });
  assert.equal(stale.response.status, 412);
  assert.equal(stale.error?.code, "customer-changed");

  const now = corrected.response.headers.get("ETag");
  assert.ok(now);
  const removed = await correct(now, { city: null });
  assert.deepEqual(pointers(removed.error), ["#/city"]);
});

test("exports all customers as text, and one by kinds", async () => {
  const id = await register(address("exported"));
  const all = await operator.GET("/v1/customers/export", {
    params: { header: because },
    headers: { Accept: "text/csv" },
    parseAs: "text",
  });
  assert.match(all.data ?? "", /^first_name,|,first_name,/);
  assert.ok(all.data?.includes(address("exported")));

  const { data } = await operator.GET("/v1/customers/{id}/export", {
    params: { path: { id }, header: because },
  });
  assert.ok(data && typeof data === "object");
  assert.equal(data["customer"]?.[0]?.["email"], address("exported"));
});

test("rehearses an import", async () => {
  const { data } = await operator.POST("/v1/imports", {
    params: { query: { dry_run: true } },
    headers: { "Content-Type": "text/csv" },
    body:
      "first_name,last_name,email,phone,province,city,postal_code\n" +
      "Asha,Patel,imported@example.com,416-555-0123,ON,Toronto,M5V 2T6\n" +
      "Asha,Patel,nobody,416-555-0123,ON,Toronto,M5V 2T6\n",
    bodySerializer: (file) => file,
  });

  assert.ok(data && data.status === "dry-run");
  assert.equal(data.added, 1);
  assert.deepEqual(
    data.refusals.map((row) => [row.line, row.errors[0]?.field]),
    [[3, "email"]],
  );
});

test("tries an erasure before it is done", async () => {
  const id = await register(address("erased"));
  const erase = (dry_run: boolean) =>
    operator.POST("/v1/customers/{id}/erase", {
      params: { path: { id }, query: { dry_run }, header: because },
    });

  const trial = await erase(true);
  assert.equal(trial.data?.dry_run, true);
  assert.equal(trial.data.id, undefined);
  assert.equal(trial.data.removed["customers"], 1);
  assert.equal(await lookUp(address("erased")), "User exist.You may login");

  const receipt = (await erase(false)).data;
  assert.ok(receipt?.id);
  const shown = await operator.GET("/v1/erasures/{id}", { params: { path: { id: receipt.id } } });
  assert.deepEqual(shown.data, receipt);
  assert.equal(await lookUp(address("erased")), "User does not exist");
});

test("tells who is no operator", async () => {
  const { error, response } = await shop.GET("/v1/customers/{id}", {
    params: { path: { id: randomUUID() }, header: because },
  });

  assert.equal(response.status, 401);
  assert.equal(error?.type, "/problems/operator-token-required");
});
