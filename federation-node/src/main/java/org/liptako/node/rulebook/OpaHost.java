package org.liptako.node.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.OpaConfig;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.policy.opa.OpaBinary;
import org.liptako.policy.opa.OpaClient;
import org.liptako.policy.opa.OpaLimits;
import org.liptako.policy.opa.OpaProcess;
import org.liptako.policy.opa.OpaRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OPA that all engines share: one that runs beside the node, or one that the node starts when it first needs it and ends with itself. Thread-safe. */
final class OpaHost implements AutoCloseable {
    /** What an HTTP header can carry (RFC 6750, b64token, and whatever else is visible). */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,4096}");

    private static final Logger LOG = LoggerFactory.getLogger(OpaHost.class);

    private final @Nullable OpaConfig given;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private @Nullable OpaRules rules;

    /** @param given where an OPA runs beside the node; null = the node starts its own */
    OpaHost(@Nullable OpaConfig given) {
        this.given = given;
    }

    synchronized OpaRules rules() {
        OpaRules shared = rules;
        if (shared == null) {
            OpaClient client = client();
            endings.push(client::close);
            shared = new OpaRules(client);
            rules = shared;
        }
        return shared;
    }

    private OpaClient client() {
        if (given != null) {
            return new OpaClient(given::url, token(given.tokenFile()), OpaLimits.STANDARD);
        }
        OpaBinary binary = new OpaBinary(System.getenv(), LOG::info);
        OpaProcess process = OpaProcess.start(binary.find());
        endings.push(process::close);
        return process.client(OpaLimits.STANDARD);
    }

    private static Optional<String> token(@Nullable Path file) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            KeyFiles.requirePrivate(file);
            String token = Files.readString(file).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw unusable(
                        file,
                        "un jeton tient sur une ligne de 16 à 4096 caractères visibles",
                        "a token is one line of 16 to 4096 visible characters");
            }
            return Optional.of(token);
        } catch (IssuingException open) {
            throw unusable(file, open.french(), open.english());
        } catch (IOException unreadable) {
            throw unusable(file, String.valueOf(unreadable.getMessage()), String.valueOf(unreadable.getMessage()));
        }
    }

    private static ConfigException unusable(Path file, String french, String english) {
        return new ConfigException(
                "liptako.rules.opa-token-file (" + file + ") : " + french,
                "liptako.rules.opa-token-file (" + file + "): " + english);
    }

    @Override
    public synchronized void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
