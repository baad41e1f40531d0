package org.liptako.pki.issuing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

/**
 * An AES-256 key that stays in a PKCS#11 token and wraps other keys there, each bound to what it is for: AES-GCM (NIST SP 800-38D) with a random nonce, which
 * stands before the ciphertext. It is looked up at each use, so that a token that is gone is noticed. Thread-safe.
 */
public final class TokenWrappingKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_BITS = 256;

    private final Token token;
    private final String label;
    private final Secret pin;
    private final SecureRandom random = new SecureRandom();

    /** @param label the key's label in the token */
    public TokenWrappingKey(Token token, String label, Secret pin) {
        this.token = token;
        this.label = label;
        this.pin = pin;
    }

    /** Something that is done with the token. */
    @FunctionalInterface
    private interface Act<T> {
        T in(Provider provider, KeyStore store) throws GeneralSecurityException;
    }

    /**
     * Makes the key in the token: sensitive, and not extractable.
     *
     * @throws TokenFaultException KEY_THERE if there is one of this label, or whatever else keeps the token from it
     */
    public void generate() {
        act((provider, store) -> {
            if (store.containsAlias(label)) {
                throw new TokenFaultException(TokenFault.KEY_THERE, null);
            }
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(KEY_BITS);
            store.setKeyEntry(label, generator.generateKey(), new char[0], null);
            return true;
        });
    }

    /**
     * Wraps.
     *
     * @param purpose what the secret is for; needed to unwrap it, and not kept in it
     * @throws TokenFaultException if the token does not do it
     */
    public byte[] wrap(byte[] secret, byte[] purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = act((provider, store) -> cipher(Cipher.ENCRYPT_MODE, provider, key(store), nonce, purpose)
                .doFinal(secret));
        byte[] wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
        return wrapped;
    }

    /**
     * Unwraps.
     *
     * @return empty if this was not wrapped under this key for this purpose
     * @throws TokenFaultException if the token does not do it
     */
    public Optional<byte[]> unwrap(byte[] wrapped, byte[] purpose) {
        if (wrapped.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
        return act((provider, store) -> {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, provider, key(store), nonce, purpose);
            try {
                return Optional.of(cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES));
            } catch (AEADBadTagException e) {
                return Optional.empty();
            }
        });
    }

    private static Cipher cipher(int mode, Provider provider, SecretKey key, byte[] nonce, byte[] purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(purpose);
        return cipher;
    }

    private SecretKey key(KeyStore store) throws GeneralSecurityException {
        Key key = store.getKey(label, new char[0]);
        if (!(key instanceof SecretKey secret)) {
            throw new TokenFaultException(TokenFault.NO_KEY, null);
        }
        if (secret.getEncoded() != null) {
            throw new TokenFaultException(TokenFault.KEY_OPEN, null);
        }
        return secret;
    }

    private <T> T act(Act<T> act) {
        try {
            Provider provider = TokenSlot.provider(token);
            return act.in(provider, TokenSlot.store(provider, pin));
        } catch (IssuingException e) {
            throw new TokenFaultException(TokenFault.NO_TOKEN, e);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new TokenFaultException(fault(e), e);
        }
    }

    /** What the JDK tells by the exception of its log-in, and else the module by its codes (PKCS#11 v3.1, 5.1). */
    private static TokenFault fault(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof FailedLoginException || said.startsWith("CKR_PIN")) {
                return TokenFault.PIN_REFUSED;
            }
            if (said.equals("CKR_TOKEN_NOT_PRESENT") || said.equals("CKR_DEVICE_REMOVED") || isAbsence(cause)) {
                return TokenFault.NO_TOKEN;
            }
        }
        return TokenFault.REFUSED;
    }

    private static boolean isAbsence(Throwable cause) {
        return cause instanceof LoginException && cause.getCause() == null;
    }
}
