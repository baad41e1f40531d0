package org.liptako.pki;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.liptako.pki");

    @Test
    void theArrowsBetweenRoomsAreThese() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("provider")
                .definedBy("org.liptako.pki")
                .layer("encoding")
                .definedBy("..pki.encoding..")
                .layer("name")
                .definedBy("..pki.name..")
                .layer("profile")
                .definedBy("..pki.profile..")
                .layer("issuing")
                .definedBy("..pki.issuing..")
                .layer("validation")
                .definedBy("..pki.validation..")
                .layer("algorithm")
                .definedBy("..pki.algorithm..")
                .layer("constraint")
                .definedBy("..pki.constraint..")
                .layer("certpolicy")
                .definedBy("..pki.certpolicy..")
                .layer("revocation")
                .definedBy("..pki.revocation..")
                .layer("signature")
                .definedBy("..pki.signature..")
                .layer("quorum")
                .definedBy("..pki.quorum..")
                .layer("trust")
                .definedBy("..pki.trust..")
                .layer("evidence")
                .definedBy("..pki.evidence..")
                .layer("tlog")
                .definedBy("..pki.tlog..")
                .layer("receipt")
                .definedBy("..pki.receipt..")
                .layer("wording")
                .definedBy("..pki.wording..")
                .whereLayer("wording")
                .mayNotAccessAnyLayer()
                .whereLayer("receipt")
                .mayOnlyAccessLayers(
                        "name",
                        "algorithm",
                        "evidence",
                        "tlog",
                        "quorum",
                        "trust",
                        "signature",
                        "validation",
                        "revocation",
                        "issuing")
                .whereLayer("encoding")
                .mayNotAccessAnyLayer()
                .layer("ceremony")
                .definedBy("..pki.ceremony..")
                .layer("lint")
                .definedBy("..pki.lint..")
                .layer("enrolment")
                .definedBy("..pki.enrolment..")
                .whereLayer("name")
                .mayOnlyAccessLayers("wording")
                .whereLayer("evidence")
                .mayNotAccessAnyLayer()
                .whereLayer("tlog")
                .mayOnlyAccessLayers("evidence", "wording")
                .whereLayer("profile")
                .mayOnlyAccessLayers("name")
                .whereLayer("issuing")
                .mayOnlyAccessLayers("name", "encoding", "profile", "lint", "provider", "wording")
                .whereLayer("algorithm")
                .mayOnlyAccessLayers("encoding")
                .whereLayer("certpolicy")
                .mayNotAccessAnyLayer()
                .whereLayer("constraint")
                .mayOnlyAccessLayers("encoding")
                .whereLayer("revocation")
                .mayOnlyAccessLayers("encoding", "algorithm", "wording")
                .whereLayer("validation")
                .mayOnlyAccessLayers(
                        "name",
                        "profile",
                        "provider",
                        "encoding",
                        "algorithm",
                        "constraint",
                        "certpolicy",
                        "revocation",
                        "evidence")
                .whereLayer("signature")
                .mayOnlyAccessLayers("name", "issuing", "validation", "wording")
                .whereLayer("quorum")
                .mayOnlyAccessLayers(
                        "name",
                        "encoding",
                        "profile",
                        "evidence",
                        "issuing",
                        "revocation",
                        "validation",
                        "provider",
                        "wording")
                .whereLayer("trust")
                .mayOnlyAccessLayers(
                        "name",
                        "encoding",
                        "evidence",
                        "tlog",
                        "profile",
                        "revocation",
                        "validation",
                        "quorum",
                        "provider",
                        "wording")
                .whereLayer("lint")
                .mayOnlyAccessLayers("name", "profile")
                .whereLayer("enrolment")
                .mayOnlyAccessLayers("name", "encoding", "profile", "evidence", "issuing", "provider", "wording")
                .whereLayer("ceremony")
                .mayOnlyAccessLayers(
                        "name", "profile", "evidence", "issuing", "quorum", "trust", "enrolment", "wording")
                .check(CLASSES);
    }
}
