package org.liptako.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The terminal that commands find in a test: it speaks English until it is told otherwise, and is put back as it was. */
final class TrialTerminal implements BeforeEachCallback, AfterEachCallback {
    private final InputStream standardInput = System.in;
    private final Locale before = Locale.getDefault();

    @Override
    public void beforeEach(ExtensionContext test) {
        speaks(Locale.ENGLISH);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setIn(standardInput);
        Locale.setDefault(before);
    }

    void speaks(Locale language) {
        Locale.setDefault(language);
    }

    /** What somebody types. */
    void isTold(String lines) {
        System.setIn(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }
}
