package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.liptako.policy.Sha256;

/**
 * The one Rego module, the same for all rules. Its own digest is part of its package and of the place of its data, so that an OPA which holds
 * another version of it, or rules laid out for another version, has no answer to give.
 */
final class JudgeModule {
    private static final String RESOURCE = "judge.rego";
    private static final String PLACEHOLDER = "MODULE";
    private static final int SHORT = 16;

    /** The root of the module's package. */
    static final String JUDGE = "liptako";

    /**
     * The root of the data. OPA looks at each change of data whether a package of the same name is in the way, and copies all that lies under its root to do so:
     * under one root with the module, a megabyte of rules took seconds.
     */
    static final String RULES = "liptako_rules";

    /** The module that this program speaks to. */
    static final JudgeModule CURRENT = load();

    private final String digest;
    private final String text;

    private JudgeModule(String template) {
        digest = Sha256.hex(template).substring(0, SHORT);
        text = template.replace(PLACEHOLDER, digest);
    }

    /** The start of the SHA-256 of the module's text, in lower-case hex. */
    String digest() {
        return digest;
    }

    /** The module as OPA gets it. */
    String text() {
        return text;
    }

    /** The id under which OPA keeps the module. */
    String policy() {
        return "liptako_" + digest;
    }

    /** Where a rule set is put. */
    String data(String ruleSetDigest) {
        return RULES + "/sets_" + digest + "/" + ruleSetDigest;
    }

    /** Where one jurisdiction's rules are put. */
    String law(String lawDigest) {
        return RULES + "/laws_" + digest + "/" + lawDigest;
    }

    /** What is asked. */
    String question() {
        return rule("answer");
    }

    /** Many questions at once. */
    String questions() {
        return rule("answers");
    }

    /** Whether a rule set is there with all that it names. */
    String whole() {
        return rule("whole");
    }

    /** Which jurisdictions' rules are not there. */
    String lacking() {
        return rule("lacking");
    }

    /** Which jurisdictions' rules no rule set there names. */
    String unused() {
        return rule("unused");
    }

    private String rule(String name) {
        return JUDGE + "/judge_" + digest + "/" + name;
    }

    private static JudgeModule load() {
        try (InputStream resource = JudgeModule.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar; build it again.");
            }
            return new JudgeModule(new String(resource.readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
