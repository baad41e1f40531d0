package org.liptako.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.cli.SoftHsm;
import org.liptako.node.config.KeyTokenConfig;
import org.liptako.node.exchange.cipher.KeyToken;
import org.liptako.pki.issuing.Token;

/** A token of SoftHSM2 that guards the keys of datasets, as an operator sets it up. */
public final class TrialToken {
    private static final String LABEL = "liptako-dataset-keys";

    private final Token token;
    private final Path pinFile;

    /** @param home where the file with the PIN lies */
    public TrialToken(Path home) throws Exception {
        this.token = SoftHsm.newToken();
        this.pinFile = home.resolve("token-pin");
        writePin(SoftHsm.pin());
    }

    /** What the configuration says of it. */
    public KeyTokenConfig config() {
        return new KeyTokenConfig(token, LABEL, pinFile);
    }

    /** The node's way to it, as after each start. */
    public KeyToken open() {
        return new KeyToken(config());
    }

    /** The same, where its key was made. */
    public TrialToken withKey() {
        open().make();
        return this;
    }

    /** Writes another PIN. */
    public void writePin(String pin) throws IOException {
        Files.writeString(pinFile, pin + "\n");
        Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-------"));
    }

    /** The file with the PIN. */
    public Path pinFile() {
        return pinFile;
    }

    /** Makes the key, then takes the token away, which the library of this process does not get over. */
    public TrialToken withKeyAndTakenAway(Path home) throws IOException {
        Set<Path> before = keys();
        open().make();
        Set<Path> made = keys();
        made.removeAll(before);
        for (Path key : made) {
            Path directory = Objects.requireNonNull(key.getParent());
            Files.move(directory, home.resolve(directory.getFileName()));
        }
        return this;
    }

    private static Set<Path> keys() throws IOException {
        try (Stream<Path> all = Files.walk(SoftHsm.directory())) {
            return new HashSet<>(
                    all.filter(file -> file.toString().endsWith(".object")).toList());
        }
    }
}
