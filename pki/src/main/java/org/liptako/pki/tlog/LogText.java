package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.liptako.pki.evidence.Digest;

/** What the texts of a log are made of: strict UTF-8 without control characters, canonical Base64, plain decimals. */
final class LogText {
    private LogText() {}

    /** The text of these bytes: valid UTF-8, no control character below U+0020 but the line feed. */
    static String decode(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw new MalformedLogException(
                    "Il y a " + bytes.length + " octets, et il en est lu au plus " + most + ".",
                    "It has " + bytes.length + " bytes, and at most " + most + " are read.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedLogException("Ce n'est pas de l'UTF-8 valable.", "It is not valid UTF-8.");
        }
        checkCharacters(text);
        return text;
    }

    static void checkCharacters(String text) {
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new MalformedLogException(
                    "Un caractère de commande autre que le saut de ligne s'y trouve.",
                    "It holds a control character other than the line feed.");
        }
    }

    /** The one encoding of bytes (RFC 4648 section 4): padded, without line breaks or stray bits at the end. */
    static byte[] base64(String encoded) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new MalformedLogException(
                    "Un mot qui doit être en Base64 ne l'est pas.", "A word that must be Base64 is not.");
        }
        if (!base64(bytes).equals(encoded)) {
            throw new MalformedLogException(
                    "Un mot est en Base64, mais pas écrit comme il se doit : complété, sans bit de trop.",
                    "A word is Base64, but not as Base64 is written: padded, no stray bits.");
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Digest digest(String encoded) {
        byte[] bytes = base64(encoded);
        if (bytes.length != Digest.LENGTH) {
            throw new MalformedLogException(
                    "Une empreinte a 32 octets, et celle-ci en a " + bytes.length + ".",
                    "A hash has 32 bytes, and this one has " + bytes.length + ".");
        }
        return Digest.of(bytes);
    }

    static String base64(Digest digest) {
        return base64(digest.toBytes());
    }

    /** A number from 0, written without sign or leading zeroes. */
    static long decimal(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= 19
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (plain) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw new MalformedLogException("Un nombre dépasse 2^63 - 1.", "A number is beyond 2^63 - 1.");
            }
        }
        throw new MalformedLogException(
                "Un nombre s'écrit en chiffres décimaux, sans signe ni zéros de tête.",
                "A number is written in decimal digits, without sign or leading zeroes.");
    }
}
