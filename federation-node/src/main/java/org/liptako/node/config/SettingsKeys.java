package org.liptako.node.config;

import java.util.List;
import java.util.regex.Pattern;

/** Every key that a configuration may hold; a list's items share one key, written {@code []}. */
final class SettingsKeys {
    private static final Pattern ITEM = Pattern.compile("\\[\\d{1,9}]");

    static final List<String> ALL = List.of(
            "liptako.node.state",
            "liptako.node.site",
            "liptako.node.number",
            "liptako.node.zone",
            "liptako.node.demonstration",
            "liptako.node.data-dir",
            "liptako.grpc.bind",
            "liptako.grpc.port",
            "liptako.console.bind",
            "liptako.console.port",
            "liptako.console.https-bind",
            "liptako.console.https-port",
            "liptako.tls.certificate",
            "liptako.tls.key",
            "liptako.tls.root",
            "liptako.trust.published-dir",
            "liptako.trust.authority-address",
            "liptako.trust.authority-server-name",
            "liptako.journal.checkpoint-certificate",
            "liptako.journal.checkpoint-key",
            "liptako.journal.witnesses",
            "liptako.journal.publish-dir",
            "liptako.journal.publish-bucket-prefix",
            "liptako.database.url",
            "liptako.database.username",
            "liptako.database.password",
            "liptako.rules.dir",
            "liptako.rules.engine",
            "liptako.rules.opa-url",
            "liptako.rules.opa-token-file",
            "liptako.peers[].state",
            "liptako.peers[].site",
            "liptako.peers[].address",
            "liptako.peers[].server-name",
            "liptako.peers[].also[].address",
            "liptako.peers[].also[].server-name",
            "liptako.peers[].sites[].site",
            "liptako.peers[].sites[].address",
            "liptako.peers[].sites[].server-name",
            "liptako.exchange.store-dir",
            "liptako.exchange.publish-dir",
            "liptako.exchange.keys-dir",
            "liptako.exchange.key-token.library",
            "liptako.exchange.key-token.slot",
            "liptako.exchange.key-token.label",
            "liptako.exchange.key-token.pin-file",
            "liptako.exchange.courier-dir",
            "liptako.exchange.verify-disk",
            "liptako.exchange.replaces-store",
            "liptako.exchange.time-zone",
            "liptako.exchange.limits[].peer",
            "liptako.exchange.limits[].receive",
            "liptako.exchange.limits[].serve",
            "liptako.exchange.limits[].windows",
            "liptako.exchange.s3.endpoint",
            "liptako.exchange.s3.bucket",
            "liptako.exchange.s3.prefix",
            "liptako.exchange.s3.region",
            "liptako.exchange.s3.credentials-file",
            "liptako.exchange.s3.path-style",
            "liptako.exchange.s3.tls-roots",
            "liptako.exchange.s3.publish-prefix",
            "liptako.possession.reconcile-every",
            "liptako.possession.unmatched-after",
            "liptako.possession.proof-age",
            "liptako.possession.challenge-every",
            "liptako.possession.challenge-samples",
            "liptako.possession.challenge-deadline",
            "liptako.possession.challenge-classes[].class",
            "liptako.possession.challenge-classes[].every",
            "liptako.possession.challenge-classes[].samples",
            "liptako.operations.promise",
            "liptako.inquiry.kept-for");

    private SettingsKeys() {}

    static boolean knows(String key) {
        return ALL.contains(general(key));
    }

    /** Whether there are keys below this one. */
    static boolean isAbove(String key) {
        String above = general(key);
        return ALL.stream().anyMatch(known -> known.startsWith(above + ".") || known.startsWith(above + "[]"));
    }

    private static String general(String key) {
        return ITEM.matcher(key).replaceAll("[]");
    }
}
