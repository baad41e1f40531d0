package org.liptako.policy.document;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.vocabulary.Bilingual;

/** HTML that is well-formed XML too, in one language; whatever is put in as text stays text. Not thread-safe. */
final class Html {
    private static final Set<String> INLINE = Set.of("a", "b", "code", "span");

    private final Function<Bilingual, String> language;
    private final StringBuilder out = new StringBuilder();

    Html(Function<Bilingual, String> language) {
        this.language = language;
    }

    /** An element with an attribute and something inside. */
    void element(String name, String attribute, String value, Consumer<Html> inside) {
        out.append('<').append(name);
        out.append(' ').append(attribute).append("=\"").append(escaped(value)).append("\">");
        inside.accept(this);
        close(name);
    }

    /** An element with something inside. */
    void element(String name, Consumer<Html> inside) {
        out.append('<').append(name).append('>');
        inside.accept(this);
        close(name);
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
        if (!INLINE.contains(name)) {
            out.append('\n');
        }
    }

    /** An element with a text. */
    void element(String name, Bilingual text) {
        element(name, html -> html.text(text));
    }

    /** An element of a class with a text. */
    void element(String name, String style, Bilingual text) {
        element(name, "class", style, html -> html.text(text));
    }

    /** A text in the document's language, with French typography. */
    void text(Bilingual text) {
        out.append(escaped(said(text)));
    }

    /** A text that is the same in every language. */
    void plain(String text) {
        out.append(escaped(text));
    }

    /** HTML of our own making, such as the style sheet. */
    void raw(String html) {
        out.append(html);
    }

    String said(Bilingual text) {
        return language.apply(new Bilingual(FrenchText.of(text.fr()), text.en()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
