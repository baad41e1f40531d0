package org.liptako.node.rulebook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Rule files that someone would like to see in force.
 *
 * @param wanted the jurisdictions whose files count; empty = all that the files are of
 */
public record RuleProposal(Set<Jurisdiction> wanted, List<SourceFile> files) {
    /** As many as all four jurisdictions may have and the figures of the product are for. */
    private static final int MOST_RULES = 40_000;

    public RuleProposal {
        wanted = Set.copyOf(wanted);
        files = List.copyOf(files);
    }

    /**
     * The proposed rules, with those in force of the jurisdictions that are not proposed anew, in the words in force or newer ones that are proposed with them.
     *
     * @param loaded where the proposed rules are kept: they may come back signed
     * @throws Failure INVALID_REQUEST if the files have a mistake or say nothing of a jurisdiction that is wanted, TOO_MUCH beyond 40,000 rules
     */
    public RuleSet over(RulesInForce inForce, LoadedRules loaded) {
        RuleSet alone = whole(RuleFiles.loadWhatThereIs(files, inForce.ruleSet().vocabulary()));
        Map<Jurisdiction, Compendium> together = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            List<SourceFile> own = filesOf(alone, jurisdiction);
            if (own.isEmpty() && wanted.contains(jurisdiction)) {
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Aucun des fichiers n'est un recueil de " + jurisdiction + " ; vérifiez « recueil: ».",
                        "None of the files holds rules of " + jurisdiction + "; check \"recueil:\".");
            }
            boolean proposed = !own.isEmpty() && (wanted.isEmpty() || wanted.contains(jurisdiction));
            together.put(
                    jurisdiction,
                    proposed
                            ? whole(loaded.load(jurisdiction, own, alone.vocabulary()))
                                    .of(jurisdiction)
                            : standing(inForce, jurisdiction, alone.vocabulary()));
        }
        RuleSet rules = new RuleSet(alone.vocabulary(), together);
        if (rules.rules().size() > MOST_RULES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Le jeu proposé a " + rules.rules().size() + " règles ; la pesée en prend 40 000.",
                    "The proposal has " + rules.rules().size() + " rules; a weighing takes 40,000.");
        }
        return rules;
    }

    private List<SourceFile> filesOf(RuleSet alone, Jurisdiction jurisdiction) {
        Set<String> paths =
                alone.of(jurisdiction).files().stream().map(RuleFile::path).collect(Collectors.toSet());
        return files.stream().filter(file -> paths.contains(file.path())).toList();
    }

    /** Read again where newer words are proposed. */
    private static Compendium standing(RulesInForce inForce, Jurisdiction jurisdiction, Vocabulary words) {
        if (inForce.ruleSet().vocabulary().digest().equals(words.digest())) {
            return inForce.ruleSet().of(jurisdiction);
        }
        List<SourceFile> files = inForce.files(jurisdiction).stream()
                .map(file -> new SourceFile(file.path(), file.bytes()))
                .toList();
        return whole(RuleFiles.load(Map.of(jurisdiction, files), words)).of(jurisdiction);
    }

    private static RuleSet whole(LoadResult result) {
        return switch (result) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected -> {
                List<RuleError> errors = rejected.errors();
                RuleError first = errors.getFirst();
                int others = errors.size() - 1;
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        first.where() + " : " + first.wording().fr() + " (et " + others
                                + " autres ; voir « liptako rules check »)",
                        first.where() + ": " + first.wording().en() + " (and " + others
                                + " more; see \"liptako rules check\")");
            }
        };
    }
}
