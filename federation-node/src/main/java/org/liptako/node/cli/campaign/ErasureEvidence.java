package org.liptako.node.cli.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.liptako.node.cli.CommandFailure;

/**
 * The document that shows that a copy abroad is erased, as it is signed: its words are made here, not by the node.
 *
 * @param document SHA-256 over it, hexadecimal; the file itself stays here
 */
public record ErasureEvidence(String campaign, String dataset, String site, String document, String title) {
    /** The bytes to be signed: one form, the same for both people. */
    public byte[] statement() {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("format", "liptako-external-erasure/v1")
                .put("campaign", campaign)
                .put("dataset", dataset)
                .put("site", site)
                .put("document", document)
                .put("title", title)
                .toString()
                .getBytes(UTF_8);
    }

    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "le document " + file + " ne peut être lu ; vérifiez le chemin",
                    "the document " + file + " cannot be read; check the path");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
