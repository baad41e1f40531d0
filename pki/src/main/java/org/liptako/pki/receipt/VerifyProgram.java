package org.liptako.pki.receipt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;

/**
 * The verifier as a program by itself, for whoever keeps receipts longer than the federation lasts: {@code java -jar liptako-verify.jar RECEIPT --root PEM [--zone ZONE] [--json]}.
 *
 * <p>Exit 0 if all that the receipt claims to prove is proved, 1 if not, 2 for wrong usage or a file that is no receipt.
 */
public final class VerifyProgram {
    private static final String USAGE = "RECEIPT --root PEM [--zone ZONE] [--json]";
    private static final int PROVED = 0;
    private static final int REFUSED = 1;
    private static final int BAD_INPUT = 2;

    private VerifyProgram() {}

    /** Checks one receipt and exits. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return run(new Arguments(arguments), out);
        } catch (ReceiptException e) {
            Words words = e.words();
            err.println(Plain.safe(e.field() + " : " + words.fr() + " / " + e.field() + ": " + words.en()));
            return BAD_INPUT;
        }
    }

    private static int run(Arguments arguments, PrintStream out) throws ReceiptException {
        ReceiptCheck check = arguments
                .verifier()
                .check(arguments.receipt(), Clock.systemUTC().instant());
        if (arguments.json()) {
            out.println(Plain.safe(check.json()));
        } else {
            for (Words words : check.lines()) {
                out.println(Plain.safe(words.fr()));
                out.println(Plain.safe(words.en()));
            }
        }
        return check instanceof ReceiptCheck.Proved ? PROVED : REFUSED;
    }

    private static final class Arguments {
        private final Map<String, String> values = new HashMap<>();

        Arguments(List<String> given) throws ReceiptException {
            Deque<String> left = new ArrayDeque<>(given);
            while (!left.isEmpty()) {
                String next = left.removeFirst();
                boolean option = next.startsWith("--");
                boolean flag = next.equals("--json");
                boolean known = flag || next.equals("--root") || next.equals("--zone") || !option;
                if (!known || (option && !flag && left.isEmpty())) {
                    throw usage(next);
                }
                String name = option ? next : "RECEIPT";
                if (values.put(name, flag || !option ? next : left.removeFirst()) != null) {
                    throw usage(next);
                }
            }
        }

        boolean json() {
            return values.containsKey("--json");
        }

        byte[] receipt() throws ReceiptException {
            String file = required("RECEIPT");
            try {
                Path path = Path.of(file);
                if (Files.size(path) > Receipt.MOST_BYTES) {
                    throw ReceiptException.unreadable(
                            file, "Ce fichier est trop grand pour un reçu.", "This file is too large for a receipt.");
                }
                return Files.readAllBytes(path);
            } catch (IOException | IllegalArgumentException e) {
                throw ReceiptException.unreadable(
                        file,
                        "Ce fichier ne peut être lu : vérifiez le chemin.",
                        "This file cannot be read: check the path.");
            }
        }

        ReceiptVerifier verifier() throws ReceiptException {
            String root = required("--root");
            String zone = values.getOrDefault("--zone", Zone.INTERNAL.domain());
            try {
                return new ReceiptVerifier(new Zone(zone), CertificateFiles.read(Path.of(root)));
            } catch (IssuingException e) {
                throw ReceiptException.unreadable("--root " + root, e.french(), e.english());
            } catch (MalformedNameException e) {
                throw ReceiptException.unreadable("--zone " + zone, e.french(), e.english());
            }
        }

        private String required(String name) throws ReceiptException {
            String value = values.get(name);
            if (value == null) {
                throw usage(name);
            }
            return value;
        }

        private static ReceiptException usage(String word) {
            return ReceiptException.unreadable(word, "Usage : " + USAGE, "Usage: " + USAGE);
        }
    }
}
