package dev.students.docs.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.ParameterType;
import io.cucumber.java.PendingException;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Steps of the fixtures; public and without arguments because Cucumber makes it. */
public final class LibrarySteps {

  /** One grey pixel. */
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

  private final Library library = new Library();
  private String told = "";
  private Scenario scenario = none();

  @SuppressWarnings("NullAway") // set by the hook before any step
  private static Scenario none() {
    return null;
  }

  @Before
  public void remember(Scenario running) {
    scenario = running;
  }

  @SuppressWarnings("DoNotCallSuggester") // Cucumber calls it
  @Before("@locked")
  public void findTheDoorLocked() {
    throw new IllegalStateException("the door is locked");
  }

  @SuppressWarnings("DoNotCallSuggester") // Cucumber calls it
  @After("@untidy")
  public void tidyUp() {
    throw new IllegalStateException("the broom is gone");
  }

  @ParameterType("Asha|Ben")
  public String reader(String name) {
    return name;
  }

  @Given("the library has these books")
  public void theLibraryHas(DataTable books) {
    for (Map<String, String> book : books.asMaps()) {
      library.add(
          String.valueOf(book.get("title")), Integer.parseInt(String.valueOf(book.get("copies"))));
    }
    String calls =
        "call\tduration\tunits\tare\nadd\t3 ms\t1\tcounted\nlist\t<b>2</b> ms\t0.5\tcounted\n";
    scenario.attach(
        calls.getBytes(StandardCharsets.UTF_8), "text/tab-separated-values", "Library calls");
    scenario.attach("<script>window.hacked = 'attachment'</script>", "text/html", "A page");
    scenario.log("stocked");
  }

  @Given("{reader} has borrowed {string}")
  @When("{reader} borrows {string}")
  public void borrows(String reader, String title) {
    told = library.lend(reader, title);
  }

  @When("{reader} returns {string} {int} days late")
  public void returns(String reader, String title, int days) {
    library.takeBack(reader, days);
  }

  @Given("{reader} owes the library {bigdecimal} euros")
  public void owesAlready(String reader, BigDecimal amount) {
    library.owe(reader, amount);
  }

  @SuppressWarnings("DoNotCallSuggester") // Cucumber calls it, and is told that the step is pending
  @Given("the library cannot do this yet")
  public void notYet() {
    throw new PendingException("the catalogue knows no authors");
  }

  @Then("the shelf has {int} copies of {string}")
  public void theShelfHas(int copies, String title) {
    assertEquals(title.startsWith("<") ? 0 : copies, library.copies(title), "copies on the shelf");
  }

  @Then("the shelf looks the same {int} times")
  public void looksTheSame(int times) {
    byte[] picture = Base64.getDecoder().decode(PICTURE);
    for (int i = 0; i < times; i++) {
      scenario.attach(picture, "image/png", "The shelf");
    }
    scenario.attach(new byte[] {1, 2, 3}, "application/octet-stream", "The shelf in bytes");
    scenario.attach("https://library.example.org/shelf", "text/uri-list", "The shelf itself");
  }

  @Then("{reader} is told")
  public void isTold(String reader, String words) {
    assertThat(told).isEqualTo(words);
  }

  @Then("{reader} owes {bigdecimal} euros")
  public void owes(String reader, BigDecimal amount) {
    assertThat(library.debt(reader)).as("debt of %s", reader).isEqualTo(amount);
  }

  @Then("{reader} has no books")
  public void hasNoBooks(String reader) {
    assertThat(library.books(reader)).isEmpty();
  }

  @Then("the catalogue lists {string}")
  public void theCatalogueLists(String title) {
    assertThat(library.knows(title)).isTrue();
  }

  @Then("a note says {string}")
  public void aNoteSays(String words) {
    scenario.attach(words, "text/plain", words);
  }
}
