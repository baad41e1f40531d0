package org.liptako.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.YamlNode;

/** Reads what people read of a rule: its title, its text and the law it rests on. */
record BasisReader(Findings.OfFile findings) {

    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final List<String> KEYS = List.of("instrument", "article", "statut");

    /** A text in both languages. */
    Optional<Bilingual> bilingual(Fields rule, String key) {
        Optional<Fields> languages =
                rule.require(key).flatMap(node -> new Shapes(findings).fields(node, key, LANGUAGES));
        return languages.flatMap(fields -> {
            Optional<String> fr = text(fields, "fr");
            Optional<String> en = text(fields, "en");
            return fr.flatMap(french -> en.map(english -> new Bilingual(french, english)));
        });
    }

    /** The legal bases that could be read. */
    List<LegalBasis> bases(Fields rule) {
        Shapes shapes = new Shapes(findings);
        List<LegalBasis> bases = new ArrayList<>();
        rule.require("base_legale")
                .flatMap(node -> shapes.list(node, "base_legale"))
                .orElse(List.of())
                .forEach(item -> shapes.fields(item, "base_legale", KEYS)
                        .flatMap(this::basis)
                        .ifPresent(bases::add));
        return bases;
    }

    private Optional<LegalBasis> basis(Fields fields) {
        Optional<String> instrument = text(fields, "instrument");
        Optional<String> article = text(fields, "article");
        Optional<BasisStatus> status = fields.require("statut")
                .flatMap(node -> new Shapes(findings).text(node, "statut"))
                .flatMap(new Words(findings)::status);
        return instrument.isPresent() && article.isPresent() && status.isPresent()
                ? Optional.of(new LegalBasis(instrument.get(), article.get(), status.get()))
                : Optional.empty();
    }

    private Optional<String> text(Fields fields, String key) {
        return fields.require(key)
                .flatMap(node -> new Shapes(findings).text(node, key))
                .map(YamlNode.Scalar::text);
    }
}
