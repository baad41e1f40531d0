package org.liptako.pki.issuing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a PKCS#11 token: the JDK's SunPKCS11, one for each slot. */
final class TokenSlot {
    /** Providers hold a session each and cannot be closed: one for each slot is enough. */
    private static final Map<Token, Provider> PROVIDERS = new ConcurrentHashMap<>();

    private TokenSlot() {}

    /**
     * Its provider, which is not registered with the JVM.
     *
     * @throws IssuingException if there is no token, or its module cannot be loaded
     */
    static Provider provider(Token token) {
        return PROVIDERS.computeIfAbsent(token, TokenSlot::configure);
    }

    /** What lies in it. A process that is logged in stays so, whatever PIN is given. */
    static KeyStore store(Provider provider, Secret pin) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin.read());
        return store;
    }

    /**
     * The leading dashes make it the configuration itself instead of a file's name. A secret key is made in memory of the token's and then copied to its place
     * under its label: made there at once, SunPKCS11 would leave a second one without a label.
     */
    private static Provider configure(Token token) {
        String configuration = String.join(
                "\n",
                "--name = Token" + Integer.toHexString(token.hashCode()),
                "library = \"" + token.library() + "\"",
                "slotListIndex = " + token.slotIndex(),
                "attributes(generate, CKO_PRIVATE_KEY, *) = {",
                "  CKA_TOKEN = true",
                "  CKA_PRIVATE = true",
                "  CKA_SENSITIVE = true",
                "  CKA_EXTRACTABLE = false",
                "  CKA_SIGN = true",
                "}",
                "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {",
                "  CKA_PRIVATE = true",
                "  CKA_SENSITIVE = true",
                "  CKA_EXTRACTABLE = false",
                "  CKA_ENCRYPT = true",
                "  CKA_DECRYPT = true",
                "}",
                "");
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new IssuingException(
                    "Ce Java n'a pas de fournisseur PKCS#11 (module jdk.crypto.cryptoki) : prenez un JDK complet.",
                    "This Java has no PKCS#11 provider (module jdk.crypto.cryptoki): take a full JDK.");
        }
        try {
            return template.configure(configuration);
        } catch (InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw new IssuingException(
                    "Le module PKCS#11 " + token.library() + " n'a pas de jeton dans le logement " + token.slotIndex()
                            + ", ou ne peut être chargé : vérifiez le chemin et le jeton.",
                    "The PKCS#11 module " + token.library() + " has no token in slot " + token.slotIndex()
                            + ", or cannot be loaded: check the path and the token.",
                    e);
        }
    }
}
