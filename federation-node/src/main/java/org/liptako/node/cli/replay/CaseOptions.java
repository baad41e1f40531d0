package org.liptako.node.cli.replay;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.client.CallerOptions;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.replay.DecisionInspection;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.signature.ChainStatementVerifier;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.placement.v1.DecisionPeriod;
import org.liptako.placement.v1.ReadDecisionsRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which decisions, where they are, and whose signatures are believed. */
final class CaseOptions {
    private static final Pattern SERIAL = Pattern.compile("[A-Z]{2}-[0-9a-f]{32}");

    @Option(names = "--node", paramLabel = "HOST:PORT", descriptionKey = "node")
    private @Nullable String node;

    @Option(names = "--server-name", paramLabel = "NAME", descriptionKey = "serverName")
    private @Nullable String serverName;

    @Mixin
    private CallerOptions caller;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--former-root", paramLabel = "PEM", descriptionKey = "formerRoot")
    private List<Path> formerRoots = List.of();

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "zoneOfNode")
    private @Nullable String zone;

    @Option(names = "--decision", paramLabel = "FILE", descriptionKey = "decisionFile")
    private @Nullable Path decision;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rulesOfTheDay")
    private @Nullable Path rules;

    CaseOptions() {}

    /**
     * Opens what the options name.
     *
     * @param name a request or a grant's serial; null for a period, or for all of a file
     */
    CaseFiles open(@Nullable String name, @Nullable String since, @Nullable String until) {
        if (decision != null && rules != null && node == null && name == null) {
            return new FileCase(decision, new DirectoryRules(rules));
        }
        if (node != null && decision == null && rules == null) {
            var target = NodeTarget.of(node, serverName);
            return new NodeCase(
                    NodeConnection.open(target, new ClientCredentials(caller.read(), root)),
                    request(name, since, until));
        }
        throw CommandFailure.badInput(
                "attendu --node avec --p12, ou --cert et --key ; sinon --decision avec --rules (sans nom de demande).",
                "expected --node with --p12, or --cert and --key; else --decision with --rules (without the name of a request).");
    }

    /** Believes the nodes of the three States, under the root of today and those before it. */
    DecisionInspection inspection() {
        var roots = Stream.concat(Stream.of(root), formerRoots.stream())
                .map(CaseOptions::certificate)
                .toList();
        return new DecisionInspection(new ChainStatementVerifier(new ChainValidator(zone(), roots)));
    }

    private Zone zone() {
        try {
            if (zone != null) {
                return new Zone(zone);
            }
            return node == null
                    ? Zone.INTERNAL
                    : NodeTarget.of(node, serverName).zone();
        } catch (MalformedNameException malformed) {
            throw CommandFailure.badInput(
                    "--zone : attendu la zone DNS de la fédération, comme aes.internal.",
                    "--zone: expected the federation's DNS zone, such as aes.internal.");
        }
    }

    private static X509Certificate certificate(Path file) {
        try {
            return CertificateFiles.read(file).getFirst();
        } catch (IssuingException | IllegalArgumentException unusable) {
            throw CommandFailure.badInput(
                    file + " : attendu une racine de la fédération en PEM ("
                            + Reason.of(unusable).fr() + ")",
                    file + ": expected a root of the federation in PEM ("
                            + Reason.of(unusable).en() + ")");
        }
    }

    private static ReadDecisionsRequest request(@Nullable String name, @Nullable String since, @Nullable String until) {
        ReadDecisionsRequest.Builder request = ReadDecisionsRequest.newBuilder();
        if (name == null) {
            DecisionPeriod.Builder period = DecisionPeriod.newBuilder();
            if (since != null) {
                period.setSince(since);
            }
            if (until != null) {
                period.setUntil(until);
            }
            return request.setPeriod(period).build();
        }
        return SERIAL.matcher(name).matches()
                ? request.setGrantSerial(name).build()
                : request.setRequestId(name).build();
    }
}
