import assert from "node:assert/strict";
import { After, Before, BeforeAll, Given, Then, When } from "@cucumber/cucumber";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CABzGMSmNDAAW7D/EWZ1b8AAAAAElFTkSuQmCC", "base64");
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#246"/></svg>';
let attempts = 0;

BeforeAll({ name: "open the shop" }, function () {});
Before({ name: "empty the basket" }, function () { this.tickets = 0; });
After({ name: "tidy up", tags: "@accounts" }, function () { this.log("The session was closed."); });

Given("a visitor with an account", function () {});
Given("vouchers are not sold yet", () => "pending");
When("the clerk shows a valid card", function () { this.clerk = "logged in"; });
When("the clerk shows an expired card", async function () {
  await this.attach(pixel, { mediaType: "image/png", fileName: "screen.png" });
  this.clerk = "refused";
});
Then("the clerk is logged in", function () { assert.equal(this.clerk, "logged in"); });
When("the visitor logs in", function () {});
When("the visitor logs in at the second attempt", function () {
  attempts++;
  if (attempts % 2 === 1) throw new Error("\u001b[31mThe shop is busy\u001b[39m");
});
Then("the visitor sees the tickets", function () {});
Then("the balance is {int}", function () {});
When("{int} tickets are put into the basket", function (count) { this.tickets = count; });
Then("the basket costs {int} euros", function (price) { assert.equal(this.tickets * 12, price); });
When("the visitor pays by card", function () {});
When("the visitor pays by transfer", function () {});
When("the visitor chooses seats", function () {});
When("the bank answers at the second attempt", function () {
  attempts++;
  if (attempts % 2 === 1) throw new Error("The bank did not answer");
});
Then("the receipt is attached as a picture", function () { return this.attach(pixel, { mediaType: "image/png", fileName: "receipt.png" }); });
Then("the instructions are attached as text", function () { return this.attach("Please transfer 12 euros.", { mediaType: "text/plain", fileName: "instructions.txt" }); });
Then("the receipt is attached as a document", function () { return this.attach(Buffer.from("%PDF-1.4\n%%EOF\n"), { mediaType: "application/pdf", fileName: "receipt.pdf" }); });
Then("the plan of the seats is attached as a drawing", function () { return this.attach(drawing, { mediaType: "image/svg+xml", fileName: "seats.svg" }); });
Then("the bookings are attached as a table", function () { return this.attach("seat\tprice\nA1\t12\nA2\t12", { mediaType: "text/tab-separated-values", fileName: "bookings" }); });
Then("a link to the shop is attached", function () { return this.link("https://shop.example.org/"); });
When("ein Kind {int} Karte(n) kauft", function (count) { this.tickets = count; });
Then("kostet es {int} Euro", function (price) { assert.equal(this.tickets * 6, price); });
When("يشتري الزائر {int} تذكرة", function (count) { this.tickets = count; });
Then("يدفع {int} يورو", function (price) { assert.equal(this.tickets * 12, price); });
Then("the shop answers with {int}", function () {});
