package org.liptako.node.replay;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.placement.JudgingMeans;
import org.liptako.node.rulebook.RuleFiles;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** The rule sets that statements name, put together again from their files; each is fetched once. Not thread-safe. */
public final class RuleShelf {
    private final RuleSource source;
    private final Map<Digest, RuleSet> sets = new HashMap<>();

    /** A shelf that is empty at first. */
    public RuleShelf(RuleSource source) {
        this.source = source;
    }

    /**
     * The rules that a statement was made under.
     *
     * @throws MissingRulesException if they are not to be had, or what is given for them has another digest
     */
    public RuleSet of(JudgementStatement statement) throws MissingRulesException {
        RuleSet held = sets.get(statement.ruleSet());
        if (held == null) {
            held = loaded(statement);
            sets.put(statement.ruleSet(), held);
        }
        return held;
    }

    private RuleSet loaded(JudgementStatement statement) throws MissingRulesException {
        Vocabulary words = words(statement.means());
        Map<Jurisdiction, List<SourceFile>> files = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            files.put(jurisdiction, files(jurisdiction, statement.jurisdictions()));
        }
        RuleSet rules = switch (RuleFiles.load(files, words)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new MissingRulesException(new Sentence(
                        "Les règles d'alors ne se chargent plus : "
                                + rejected.errors().getFirst().where() + " : "
                                + rejected.errors().getFirst().wording().fr(),
                        "The rules of the day no longer load: "
                                + rejected.errors().getFirst().where() + ": "
                                + rejected.errors().getFirst().wording().en()));
        };
        if (!rules.digest().equals(statement.ruleSet().hex())) {
            throw new MissingRulesException(new Sentence(
                    "Les fichiers donnés pour le jeu de règles " + statement.ruleSet() + " en font un autre ("
                            + rules.digest() + ").",
                    "The files given for rule set " + statement.ruleSet() + " make another (" + rules.digest() + ")."));
        }
        return rules;
    }

    /** The vocabulary of the day, which rules and facts are read by: the product's own, or one that its file is found of. */
    private Vocabulary words(@Nullable JudgingMeans means) throws MissingRulesException {
        Vocabulary first = Vocabulary.standard();
        if (means == null || means.vocabulary().hex().equals(first.digest())) {
            return first;
        }
        byte[] file = source.vocabulary(means.vocabulary())
                .filter(bytes -> Digest.over(bytes).equals(means.vocabulary()))
                .orElseThrow(() -> unknownWords(means));
        try {
            return first.followedBy(file);
        } catch (VocabularyException none) {
            throw unknownWords(means);
        }
    }

    private static MissingRulesException unknownWords(JudgingMeans means) {
        return new MissingRulesException(
                new Sentence(
                        "La décision a été jugée dans la version " + means.vocabularyVersion()
                                + " du vocabulaire (empreinte "
                                + means.vocabulary()
                                + "), inconnue ici ; donnez-en le fichier « vocabulaire.yaml », ou demandez à un nœud qui la connaît.",
                        "The decision was judged in version " + means.vocabularyVersion()
                                + " of the vocabulary (digest "
                                + means.vocabulary()
                                + "), which is not known here; give its file \"vocabulaire.yaml\", or ask a node that knows it."));
    }

    private List<SourceFile> files(Jurisdiction jurisdiction, Map<String, Digest> digests)
            throws MissingRulesException {
        Digest digest = digests.get(jurisdiction.name());
        if (digest == null) {
            throw new MissingRulesException(new Sentence(
                    "La déclaration ne nomme pas l'empreinte des règles de " + jurisdiction + ".",
                    "The statement does not name the digest of " + jurisdiction + "'s rules."));
        }
        return source.files(jurisdiction, digest)
                .orElseThrow(() -> new MissingRulesException(new Sentence(
                        "Les règles de " + jurisdiction + " d'empreinte " + digest
                                + " sont inconnues ici ; demandez-les à un nœud de l'État qui a jugé d'après elles.",
                        "The rules of " + jurisdiction + " with digest " + digest
                                + " are not known here; ask a node of the State that judged by them.")));
    }
}
