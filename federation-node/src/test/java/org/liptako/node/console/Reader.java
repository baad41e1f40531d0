package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person at a window of a browser, who knows what they look for by the words of their language. */
final class Reader implements AutoCloseable {
    /** How often somebody without a mouse presses Tab before they give up. */
    private static final int PATIENCE = 200;
    /** What has the focus: whether it can be seen that it has, and where it is. */
    private static final String FOCUS = """
            () => {
              const focused = document.activeElement;
              const style = getComputedStyle(focused);
              const box = focused.getBoundingClientRect();
              return focused === document.body
                || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                  && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
            }
            """;

    private final BrowserContext memory;
    private final Page page;
    private final String root;
    private final Words words;
    private final List<Request> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int status;

    Reader(BrowserContext memory, String root, Words words) {
        this.memory = memory;
        this.page = memory.newPage();
        this.root = root;
        this.words = words;
        // The sign on the tab comes by itself once the page is there, and nobody waits for it.
        page.onRequest(request -> {
            if (!request.url().endsWith("/icon.svg")) {
                requests.add(request);
            }
        });
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> complaints.add(message.text()));
    }

    /** Goes to an address; a path is one of the node's. */
    Reader goesTo(String address) {
        Response answer = page.navigate(address.startsWith("/") ? root + address : address);
        status = answer == null ? 0 : answer.status();
        return this;
    }

    /** How the last address that they went to was answered: an HTTP status, 0 for what is not of HTTP. */
    int status() {
        return status;
    }

    /** Clicks the link or the button of these words. */
    Reader clicks(String key) {
        offered(words.of(key)).click();
        return this;
    }

    /** Comes to the link or the button of these words with the Tab key alone, seeing at each stop where they are. */
    Reader tabsTo(String key) {
        return tabsTo(offered(words.of(key)));
    }

    /** The same to a link of other words. */
    Reader tabsToLink(String name) {
        return tabsTo(offered(name));
    }

    /** The same to the field that is called so. */
    Reader tabsToField(String label) {
        return tabsTo(field(label));
    }

    /** The same to a field by what its form calls it, for what the vocabulary in force has the words of. */
    Reader tabsToNamed(String name) {
        return tabsTo(page.locator("main [name=" + name + "]").first());
    }

    /** The same to the link to this address, for what is called by what is in it. */
    Reader tabsToAddress(String path) {
        return tabsTo(page.locator("main a[href='" + path + "']").first());
    }

    /** Gives a file to the field that has the focus; how it is found on the machine is the system's. */
    Reader brings(Path file) {
        page.locator("input[type=file]:focus").setInputFiles(file);
        return this;
    }

    /** Goes down the list that has the focus to the choice of this code. */
    Reader chooses(String code) {
        Locator list = page.locator(":focus");
        for (int step = 0; step < PATIENCE; step++) {
            if (code.equals(list.inputValue())) {
                return this;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The list that has the focus does not lead to " + code + " on " + page.url());
    }

    private Reader tabsTo(Locator wanted) {
        for (int stop = 0; stop < PATIENCE; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS))
                    .as("the focus is seen at stop %d of %s", stop, page.url())
                    .isEqualTo(true);
            if (wanted.evaluate("element => element === document.activeElement").equals(true)) {
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + wanted + " on " + page.url());
    }

    Reader clicksLink(String name) {
        offered(name).click();
        return this;
    }

    /** Fills in the field that is called so. */
    Reader fills(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Takes home the file that the link of these words leads to. */
    Path takes(String key, Path file) {
        return takes(() -> clicks(key), file);
    }

    /** Takes home the file to which an act leads. */
    Path takes(Runnable act, Path file) {
        page.waitForDownload(act).saveAs(file);
        return file;
    }

    Reader types(String text) {
        page.keyboard().type(text);
        return this;
    }

    Reader presses(String keyboardKey) {
        page.keyboard().press(keyboardKey);
        return this;
    }

    /** Presses a key that leads to a page, which may look like this one, and waits for it. */
    Reader turnsBy(String keyboardKey) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes'; }");
        page.keyboard().press(keyboardKey);
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
        return this;
    }

    /** Waits for the page of this heading. */
    Reader sees(String key) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(words.of(key)).setExact(true))
                .waitFor();
        return this;
    }

    /** Whether the link or the button of these words is there. */
    boolean isOffered(String key) {
        return offered(words.of(key)).count() > 0;
    }

    /** The words of what has the focus. */
    String focused() {
        return page.locator(":focus").innerText();
    }

    /** What stands on the page. */
    String reads() {
        return page.locator("body").innerText();
    }

    Page page() {
        return page;
    }

    Words words() {
        return words;
    }

    /** The cookies that the browser keeps. */
    List<Cookie> cookies() {
        return memory.cookies();
    }

    /** Where everything came from that this window has loaded. */
    List<String> loaded() {
        return requests.stream().map(Request::url).toList();
    }

    /** How many bytes came over the line for it, heads and compressed bodies. */
    int weight() {
        return requests.stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                .sum();
    }

    /** What the browser itself has said against the pages: errors, and loads that the policy forbids. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private Locator offered(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .or(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)))
                .first();
    }

    @Override
    public void close() {
        memory.close();
    }
}
