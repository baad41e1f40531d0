package org.liptako.pki.wording;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.liptako.pki.enrolment.EnrolmentRefusal;

class BilingualTest {
    @Test
    void whyACertificateIsRefusedIsToldWithItsMendInBothLanguages() {
        assertThat(EnrolmentRefusal.values()).allSatisfy(refusal -> {
            assertThat(refusal.french()).containsPattern("\\S : \\S.*\\.$").isNotEqualTo(refusal.english());
            assertThat(refusal.english()).containsPattern("\\S: \\S.*\\.$");
        });
    }

    @Test
    void aFailureThatSpeaksFrenchIsAskedForBothSentencesByOneName() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and(describe("say something in French", BilingualTest::saysFrench))
                .should()
                .implement(Bilingual.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.liptako.pki"));
    }

    private static boolean saysFrench(JavaClass failure) {
        return failure.tryGetMethod("french").isPresent();
    }
}
