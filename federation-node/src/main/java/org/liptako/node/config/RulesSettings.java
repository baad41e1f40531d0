package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says of the rules, and of what judges by them. */
record RulesSettings(SettingsFile file) {
    RulesConfig rules(NodeConfig node) {
        OpaConfig opa = file.has("liptako.rules.opa-") ? opa(node) : null;
        EngineChoice usual = opa == null ? EngineChoice.EMBEDDED : EngineChoice.BOTH;
        EngineChoice engine = file.orElse("liptako.rules.engine", usual, SettingTypes::engine);
        if (opa != null && engine == EngineChoice.EMBEDDED) {
            throw file.refused(
                    "la clé « liptako.rules.opa-url » ne sert à rien avec « liptako.rules.engine: embedded » : ôtez l'une"
                            + " des deux",
                    "the key liptako.rules.opa-url is for nothing with liptako.rules.engine: embedded: remove one");
        }
        return new RulesConfig(unsigned(node), engine, opa);
    }

    /** Whoever may change what OPA holds decides what is law: outside a demonstration it takes a token. */
    private OpaConfig opa(NodeConfig node) {
        URI url = file.required("liptako.rules.opa-url", SettingTypes::http);
        Path token = node.demonstration()
                ? file.optional("liptako.rules.opa-token-file").map(Path::of).orElse(null)
                : file.required("liptako.rules.opa-token-file", Path::of);
        return new OpaConfig(url, token);
    }

    private @Nullable Path unsigned(NodeConfig node) {
        if (!file.has("liptako.rules.dir")) {
            return null;
        }
        if (!node.demonstration()) {
            throw file.refused(
                    "la clé « liptako.rules.dir » fait juger d'après des fichiers que personne n'a signés, ce que seule une"
                            + " démonstration peut (liptako.node.demonstration: true) : ôtez-la et publiez des éditions signées",
                    "the key liptako.rules.dir has the node judge by files that nobody has signed, which only a demonstration"
                            + " may (liptako.node.demonstration: true): remove it and publish signed editions");
        }
        return file.required("liptako.rules.dir", Path::of);
    }
}
