package dev.students.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Pdf;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/**
 * Headless Chromium on pages from the disk. Tests that need it are skipped where it is missing,
 * save in CI.
 */
final class Browser {

  static final String MISSING =
      "Chromium or chromedriver is not installed: apt-get install chromium chromium-driver";

  /**
   * Selenium warns where it has no DevTools bindings for the version of Chromium that is installed.
   * The tests send DevTools commands without them.
   */
  private static final List<Logger> DEVTOOLS =
      Stream.of(
              "org.openqa.selenium.devtools.CdpVersionFinder",
              "org.openqa.selenium.chromium.ChromiumDriver")
          .map(Logger::getLogger)
          .toList();

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether tests with it are to be run: where it is installed, and in CI whether or not. */
  static boolean isExpected() {
    return "true".equals(System.getenv("CI"))
        || (chromium().isPresent() && onPath("chromedriver").isPresent());
  }

  /** One for all tests: starting it takes longer than most of them. */
  static Browser shared() {
    return Shared.BROWSER;
  }

  private static final class Shared {
    private static final Browser BROWSER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(BROWSER.driver::quit));
    }
  }

  private static Browser start() {
    DEVTOOLS.forEach(logger -> logger.setLevel(Level.SEVERE));
    Path chromium = chromium().orElseThrow(() -> new AssertionError(MISSING));
    Path chromedriver = onPath("chromedriver").orElseThrow(() -> new AssertionError(MISSING));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> onPath(name).stream())
        .findFirst();
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(
            Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser screen(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    return this;
  }

  Browser scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    return this;
  }

  /** Opens a page, with an optional query and fragment behind its path. */
  Browser open(Path page, String rest) {
    driver.get("about:blank");
    driver.get(page.toUri() + rest);
    return this;
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  WebElement first(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  /** What axe finds on the page, serious and critical only, as "rule: target". */
  List<?> seriousFindings() {
    driver.executeScript(axe());
    return (List<?>)
        Objects.requireNonNull(
            driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                    + "axe.run().then(r => done(r.violations"
                    + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                    + ".flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' '"
                    + " + n.any.map(a => a.message).join(' ')))));"));
  }

  /** All addresses asked for since the last call. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> com.google.gson.JsonParser.parseString(entry.getMessage()))
        .map(json -> json.getAsJsonObject().getAsJsonObject("message"))
        .filter(m -> m.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(m -> m.getAsJsonObject("params").getAsJsonObject("request").get("url").getAsString())
        .toList();
  }

  byte[] pdf() {
    Pdf pdf = driver.print(new PrintOptions());
    return java.util.Base64.getDecoder().decode(pdf.getContent());
  }

  void screenshot(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
