package org.liptako.node.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.liptako.node.console.entry.Secret;
import org.liptako.node.console.entry.Session;

/** Whether a form comes from a page that was shown to the very reader who sends it: every form brings a key back that only that page held. */
final class FormKeys {
    /** The name of the field. */
    private static final String FIELD = "key";

    private FormKeys() {}

    /**
     * Goes on if the form has the key of this secret.
     *
     * @param own the secret of the reader's cookie
     * @throws ForeignFormException if it has not
     */
    static void require(Map<String, String> form, Secret own) {
        mustBe(own.isFormKey(form.getOrDefault(FIELD, "")));
    }

    /**
     * The same for whoever is signed in.
     *
     * @throws ForeignFormException if the form has not the key of their session
     */
    static void require(Map<String, String> form, Session session) {
        mustBe(MessageDigest.isEqual(bytes(session.formKey()), bytes(form.getOrDefault(FIELD, ""))));
    }

    private static void mustBe(boolean ours) {
        if (!ours) {
            throw new ForeignFormException();
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
