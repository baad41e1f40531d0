package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/**
 * Rules by the thousand, all decrees about named datasets: of each jurisdiction's, {@value #CANDIDATES} are about any one dataset of the samples, and the index
 * leaves just these to be tried. In each State one of them permits; the others ban copies that are larger than any.
 */
public final class ManyRules {
    /** How many rules of each jurisdiction are tried for a question about a sample dataset. */
    public static final int CANDIDATES = 20;

    /** How many datasets each State has in the samples. */
    static final int SAMPLE_DATASETS = 16;

    private ManyRules() {}

    /** A file for each jurisdiction, with so many rules each. */
    public static List<SourceFile> files(int each) {
        return Jurisdiction.all().stream().map(one -> file(one, each)).toList();
    }

    /** The rules of one jurisdiction. */
    public static SourceFile file(Jurisdiction jurisdiction, int rules) {
        return file(jurisdiction, rules, 0);
    }

    /** As many, from another number on: without the first, nothing is permitted of the first dataset. */
    public static SourceFile file(Jurisdiction jurisdiction, int rules, int first) {
        List<String> about = datasets().toList();
        String text = IntStream.range(first, first + rules)
                .mapToObj(number -> number / CANDIDATES < about.size()
                        ? rule(jurisdiction, number, about.get(number / CANDIDATES))
                        : rule(jurisdiction, number, "ML-DS-" + (1_000 + number)))
                .collect(Collectors.joining());
        return new SourceFile(
                jurisdiction.name() + ".yaml", ("recueil: " + jurisdiction + "\nregles:\n" + text).getBytes(UTF_8));
    }

    /** Writes the files into a directory, and gives it. */
    static Path write(Path directory, int each) throws IOException {
        Files.createDirectories(directory);
        for (SourceFile file : files(each)) {
            Files.write(directory.resolve(file.path()), file.bytes());
        }
        return directory;
    }

    private static Stream<String> datasets() {
        return Stream.of(State.values())
                .flatMap(state -> IntStream.rangeClosed(1, SAMPLE_DATASETS)
                        .mapToObj(number -> "%s-DS-%03d".formatted(state, number)));
    }

    private static String rule(Jurisdiction jurisdiction, int number, String dataset) {
        boolean permits = jurisdiction.isState() && number % CANDIDATES == 0;
        return """
                  - id: %s-%d
                    titre: {fr: "Décret n° %d sur les copies d'un jeu de données nommé", en: "Decree no. %d on copies of a named dataset"}
                    texte: {fr: "Texte du décret.", en: "The decree's text."}
                    base_legale: [{instrument: "Décret n° %d du 1er mars 2024", article: "%d", statut: exemple}]
                    effet: %s
                    en_vigueur: {du: 2024-03-01}
                    champ: {jeu.id: %s, operation: [repliquer, sauvegarder]}
                    condition: %s
                """.formatted(
                        jurisdiction,
                        number,
                        number,
                        number,
                        number,
                        number % 90 + 1,
                        permits ? "autoriser" : "interdire",
                        dataset,
                        permits
                                ? "{fait: copie.taille_go, au_plus: 1000000}\n    obligations: [chiffrer_avant_l_envoi]"
                                : "{tous: [{fait: copie.taille_go, au_moins: %d}, {un_de: [{fait: copie.chiffree, est: non}, {fait: lieu.niveau, au_plus: 2}]}]}"
                                        .formatted(1_000_001 + number));
    }
}
