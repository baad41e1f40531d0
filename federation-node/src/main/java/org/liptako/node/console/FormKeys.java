package org.liptako.node.console;

import java.util.Map;
import org.liptako.node.console.entry.Secret;

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
        if (!own.isFormKey(form.getOrDefault(FIELD, ""))) {
            throw new ForeignFormException();
        }
    }
}
