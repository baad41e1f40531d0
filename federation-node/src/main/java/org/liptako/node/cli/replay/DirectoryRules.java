package org.liptako.node.cli.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.replay.RuleSource;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleDirectory;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Rules in a directory: one that holds the rules of all four, or any folders below it that hold those of one each, such as {@code replay --save} and a node
 * (its copies of editions) write. A folder counts by the digest over its files, whatever it is called.
 */
final class DirectoryRules implements RuleSource {
    private final Map<Digest, List<SourceFile>> byDigest = new HashMap<>();
    private final Map<Digest, byte[]> vocabularies = new HashMap<>();

    /** @throws CommandFailure if it cannot be read */
    DirectoryRules(Path root) {
        Findings findings = new Findings();
        List<SourceFile> found = new RuleDirectory(root, findings).files(FileKind.RULES);
        List<SourceFile> files = of(FileKind.RULES, found);
        if (findings.hasErrors()) {
            var first = findings.errors().getFirst();
            throw CommandFailure.badInput(
                    "--rules " + root + " : " + first.wording().fr(),
                    "--rules " + root + ": " + first.wording().en());
        }
        of(FileKind.VOCABULARY, found).forEach(file -> vocabularies.put(Digest.over(file.bytes()), file.bytes()));
        folders(files).values().forEach(this::add);
        if (new RuleLoader(Vocabulary.standard()).load(found) instanceof LoadResult.Loaded loaded) {
            for (Jurisdiction jurisdiction : Jurisdiction.all()) {
                List<RuleFile> own = loaded.ruleSet().of(jurisdiction).files();
                add(files.stream()
                        .filter(file -> own.stream().anyMatch(one -> one.path().equals(file.path())))
                        .toList());
            }
        }
    }

    @Override
    public Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    @Override
    public Optional<byte[]> vocabulary(Digest digest) {
        return Optional.ofNullable(vocabularies.get(digest));
    }

    private static List<SourceFile> of(FileKind kind, List<SourceFile> files) {
        return files.stream().filter(file -> FileKind.of(file.path()) == kind).toList();
    }

    private void add(List<SourceFile> files) {
        List<RuleFile> named = files.stream()
                .map(file -> new RuleFile(file.path(), Digest.over(file.bytes()).hex()))
                .toList();
        byDigest.putIfAbsent(Digest.ofHex(Compendium.digestOf(named)), files);
    }

    /** All that lies in or below each folder, by paths from there. */
    private static Map<String, List<SourceFile>> folders(List<SourceFile> files) {
        Map<String, List<SourceFile>> folders = new TreeMap<>();
        for (SourceFile file : files) {
            String path = file.path();
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                folders.computeIfAbsent(path.substring(0, slash), folder -> new ArrayList<>())
                        .add(new SourceFile(path.substring(slash + 1), file.bytes()));
            }
        }
        return folders;
    }
}
