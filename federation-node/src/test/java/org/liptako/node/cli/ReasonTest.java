package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;
import org.liptako.policy.opa.OpaException;

class ReasonTest {
    @Test
    void aFileThatIsMissingIsNamedInBothLanguages(@TempDir Path empty) {
        Path file = empty.resolve("root.pem");

        var missing = catchThrowableOfType(IssuingException.class, () -> CertificateFiles.read(file));

        assertThat(Reason.of(missing))
                .isEqualTo(new Sentence(
                        "Il n'y a pas de fichier " + file + " : vérifiez le chemin.",
                        "There is no file " + file + ": check the path."));
    }

    @Test
    void aNameThatBreaksItsGrammarIsExplainedInBothLanguages() {
        var malformed = catchThrowableOfType(MalformedNameException.class, () -> new Zone("Nowhere"));

        assertThat(Reason.of(malformed).fr()).startsWith("Une zone est un nom DNS en minuscules");
        assertThat(Reason.of(malformed).en()).startsWith("A zone is a lower-case DNS name");
    }

    @Test
    void anEngineThatIsMissingIsExplainedInBothLanguages() {
        assertThat(Reason.of(new OpaException("opa manque.", "opa is missing.")))
                .isEqualTo(new Sentence("opa manque.", "opa is missing."));
    }

    @Test
    void whatALibrarySaysIsQuotedAndWhatSaysNothingIsNamed() {
        assertThat(Reason.of(new IOException("no room"))).isEqualTo(new Sentence("no room", "no room"));
        assertThat(Reason.of(new IOException())).isEqualTo(new Sentence("IOException", "IOException"));
    }

    @Test
    void ofSeveralCausesTheOneIsToldThatSpeaksBothLanguages() {
        var both = new MalformedNameException("dit", "said");

        assertThat(Reason.below(new IllegalStateException("outer", new IllegalStateException(both))))
                .isEqualTo(new Sentence("dit", "said"));
        assertThat(Reason.below(new IllegalStateException("outer", new IOException("inner"))))
                .isEqualTo(new Sentence("inner", "inner"));
    }
}
