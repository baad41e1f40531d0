package org.liptako.pki.validation.batch;

/** What a line of a batch can lack: what should be there, as the end of a sentence. */
public enum LineFault {
    NOT_AN_OBJECT("un objet JSON par ligne", "one JSON object a line"),
    INCOMPLETE("au moins \"chain\", \"roots\" et \"time\"", "at least \"chain\", \"roots\" and \"time\""),
    TIME(
            "dans \"time\" un instant de la RFC 3339, comme 2026-11-21T10:00:00Z",
            "in \"time\" an instant of RFC 3339, such as 2026-11-21T10:00:00Z"),
    PURPOSE("dans \"purpose\" serverAuth, clientAuth ou any", "in \"purpose\" serverAuth, clientAuth or any"),
    REVOCATION("dans \"revocation\" crl, ou rien", "in \"revocation\" crl, or nothing"),
    POLICY(
            "dans \"policy\" des identifiants d'objets, comme 2.5.29.32.0",
            "in \"policy\" object identifiers, such as 2.5.29.32.0"),
    KEY_USAGE(
            "dans \"keyUsage\" des noms de la RFC 5280, section 4.2.1.3, comme digitalSignature",
            "in \"keyUsage\" names of RFC 5280 section 4.2.1.3, such as digitalSignature"),
    TOO_LONG("une ligne plus courte", "a shorter line");

    private final String french;
    private final String english;

    LineFault(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
