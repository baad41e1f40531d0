package org.liptako.node.cli.demo.stage;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Zone;

/** Writes the configuration file of one node of the demonstration. */
final class NodeFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final DemoDirectory directory;
    private final Zone zone;

    NodeFile(DemoDirectory directory, Zone zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** A peer as a configuration names it: whose node, and where the link to it begins. */
    record PeerLine(Place place, int port) {}

    Path write(Place place, TrialTree tree, List<PeerLine> peers, Engine engine) {
        var home = directory.of(place.state());
        var credentials = tree.node(place.site(), 1);
        var evidence = tree.journalKey(place.state());
        var settings = Map.of(
                "trust",
                Map.of("published-dir", directory.pki().toString()),
                "node",
                Map.of(
                        "state", place.state().name(),
                        "site", place.site().value(),
                        "zone", zone.domain(),
                        "demonstration", true,
                        "data-dir", home.resolve("data").toString()),
                "grpc",
                Map.of("bind", "127.0.0.1", "port", 0),
                "console",
                Map.of("bind", "127.0.0.1", "port", 0),
                "tls",
                Map.of(
                        "certificate", credentials.certificate().toString(),
                        "key", credentials.key().toString(),
                        "root", tree.root().certificate().toString()),
                "journal",
                Map.of(
                        "checkpoint-certificate", evidence.certificate().toString(),
                        "checkpoint-key", evidence.key().toString()),
                "rules",
                Map.of("engine", engine.word()),
                "peers",
                peers.stream().map(this::peer).toList(),
                "exchange",
                Map.of(
                        "store-dir", home.resolve("store").toString(),
                        "publish-dir", directory.publish(place.state()).toString(),
                        "keys-dir", home.resolve("keys").toString(),
                        "courier-dir", directory.courier(place.state()).toString()));
        var file = home.resolve("node.yaml");
        try {
            Files.createDirectories(directory.publish(place.state()));
            Files.createDirectories(directory.courier(place.state()));
            YAML.writeValue(file.toFile(), Map.of("liptako", settings));
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Puts the State's node CA where its one node finds it: so the node renews its own certificate, day after day. */
    void writeAuthority(Place place, CredentialFiles nodeCa) {
        var files = CredentialFiles.named(
                directory.of(place.state()).resolve("data").resolve("authority"), "node-ca");
        try {
            Files.createDirectories(files.key().getParent());
            files.write(nodeCa.read());
            Files.copy(IssuedKeys.fileOf(nodeCa.certificate()), IssuedKeys.fileOf(files.certificate()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Puts the State's witness key where its one node finds it: so the node cosigns the others' checkpoints. */
    void writeWitness(Place place, CredentialFiles witness) {
        var files = CredentialFiles.named(
                directory.of(place.state()).resolve("data").resolve("evidence"), "witness");
        try {
            Files.createDirectories(files.key().getParent());
            files.write(witness.read());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, Object> peer(PeerLine peer) {
        return Map.of(
                "state", peer.place().state().name(),
                "site", peer.place().site().value(),
                "address", "127.0.0.1:" + peer.port(),
                "server-name", peer.place().serverName(zone));
    }
}
