package org.liptako.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the library says to people when it does not go, it says in French and in English. */
class SentencesTest {
    private static final Path ROOM = Path.of("src/main/java/org/liptako/pki");

    /** They say it: two sentences, the French one first. */
    private static final Set<String> SAYING = Set.of(
            "CeremonyException",
            "IssuingException",
            "MalformedLogException",
            "MalformedNameException",
            "QuorumException",
            "RevocationListException",
            "TrustStoreException");

    /** Each carries a value that has both sentences, or words that only a refusal with both quotes in brackets. */
    private static final Set<String> CARRYING = Set.of(
            "AuditException",
            "DiscountedException",
            "MalformedConstraintException",
            "MalformedLineException",
            "MalformedTrustStateException",
            "ReceiptException",
            "RefusedException",
            "RefusedListException",
            "RefusedNoteException",
            "RejectedException",
            "StatementException",
            "TokenFaultException",
            "UnreadableException");

    private static final Pattern MADE = Pattern.compile("new (" + String.join("|", SAYING) + ")\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ENDED = Pattern.compile(".*[.?\\]]", Pattern.DOTALL);
    /** Words that no sentence of the other language has. */
    private static final Pattern FRENCH = Pattern.compile("\\b(?:est|une|des|du|ne|le|la|ou|aucun)\\b|[éèêàçù]");

    private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|is|of|has|cannot|with|expected|by|and)\\b");

    @Test
    void everyExceptionSaysTwoSentencesOrCarriesWhatDoes() throws IOException {
        Set<String> known = new HashSet<>(SAYING);
        known.addAll(CARRYING);

        assertThat(files().map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Exception.java"))
                        .map(name -> name.substring(0, name.length() - ".java".length())))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void whatSaysItHasNoConstructorForOneLanguage() throws Exception {
        for (Path file : files().toList()) {
            String name = file.getFileName().toString().replace(".java", "");
            if (SAYING.contains(name)) {
                Class<?> type = Class.forName("org.liptako.pki."
                        + ROOM.relativize(file.getParent()).toString().replace('/', '.') + "." + name);
                assertThat(Arrays.stream(type.getDeclaredConstructors())
                                .map(made -> List.of(made.getParameterTypes()).subList(0, 2)))
                        .as(name)
                        .containsOnly(List.of(String.class, String.class));
                assertThat(type.getMethod("french").getReturnType()).isEqualTo(String.class);
                assertThat(type.getMethod("english").getReturnType()).isEqualTo(String.class);
            }
        }
    }

    @Test
    void nothingIsSaidInOneLanguageAlone() throws IOException {
        List<String> stray = new ArrayList<>();
        int said = 0;
        for (Path file : files().toList()) {
            String code = Files.readString(file);
            for (MatchResult made : MADE.matcher(code).results().toList()) {
                said++;
                List<String> sentences = arguments(code, made.end());
                String told = file.getFileName() + ": " + sentences;
                if (sentences.size() < 2) {
                    stray.add(told);
                    continue;
                }
                String french = words(sentences.get(0));
                String english = words(sentences.get(1));
                if (sentences.get(0).equals(sentences.get(1))
                        || isStray(french, ENGLISH)
                        || isStray(english, FRENCH)
                        || !isEnded(sentences.get(0))
                        || !isEnded(sentences.get(1))) {
                    stray.add(told);
                }
            }
        }
        assertThat(stray).isEmpty();
        assertThat(said).isGreaterThan(150);
    }

    private static boolean isStray(String words, Pattern other) {
        return other.matcher(words).find();
    }

    /** Whether the sentence ends where its last text ends; what another exception says has its own end. */
    private static boolean isEnded(String argument) {
        List<MatchResult> texts = TEXT.matcher(argument).results().toList();
        return texts.isEmpty()
                || texts.getLast().end() < argument.length()
                || ENDED.matcher(texts.getLast().group(1)).matches();
    }

    private static String words(String argument) {
        return TEXT.matcher(argument).results().map(text -> text.group(1)).collect(Collectors.joining(" "));
    }

    /** The arguments of a call, as they are written. */
    private static List<String> arguments(String code, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = from;
        for (int at = from; ; at++) {
            char next = code.charAt(at);
            if (quoted) {
                at += next == '\\' ? 1 : 0;
                quoted = next != '"';
            } else if (next == '"') {
                quoted = true;
            } else if (next == '(') {
                depth++;
            } else if (depth == 0 && (next == ',' || next == ')')) {
                arguments.add(code.substring(begin, at).strip());
                begin = at + 1;
                if (next == ')') {
                    return arguments;
                }
            } else if (next == ')') {
                depth--;
            }
        }
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOM)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
