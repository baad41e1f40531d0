package org.liptako.node.config;

import java.util.List;

/** The whole configuration of a node, read and checked; see {@link SettingsReader}. */
public record Settings(
        NodeConfig node,
        GrpcConfig grpc,
        ConsoleConfig console,
        TlsConfig tls,
        TrustConfig trust,
        DatabaseConfig database,
        RulesConfig rules,
        List<PeerConfig> peers,
        ExchangeConfig exchange,
        PaceConfig pace,
        PossessionConfig possession,
        InquiryConfig inquiry,
        JournalConfig journal,
        OperationsConfig operations) {

    public Settings {
        peers = List.copyOf(peers);
    }
}
