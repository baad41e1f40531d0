package org.liptako.node.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.liptako.node.wire.Printable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: results to {@code out} and nothing else there, remarks to {@code err}, in the reader's language. */
public record Screen(PrintWriter out, PrintWriter err, Language language) {
    /** The screen of a running command. */
    public static Screen of(CommandSpec command) {
        return new Screen(command.commandLine().getOut(), command.commandLine().getErr(), Language.ofTerminal());
    }

    /** Prints one line of the result; names in it may be another State's, so nothing in it moves the terminal. */
    public void line(String text) {
        out.println(Printable.line(text, Integer.MAX_VALUE));
        out.flush();
    }

    /** Prints one line of the result, in the reader's language. */
    public void line(String french, String english) {
        line(language.choose(french, english));
    }

    /** Says something that is not part of the result. */
    public void remark(String french, String english) {
        err.println(Printable.line(language.choose(french, english), Integer.MAX_VALUE));
    }

    /** The locale for numbers. */
    public Locale locale() {
        return language.locale();
    }
}
