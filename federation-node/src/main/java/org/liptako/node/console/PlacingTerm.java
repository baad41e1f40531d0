package org.liptako.node.console;

/** What a requester may say of a placement beside dataset, operation and place; each is a fact that some rule may ask for. */
enum PlacingTerm {
    PURPOSE("purpose", "purpose"),
    RECIPIENT("recipient", "recipient"),
    ENCRYPTED("encrypted", "copy.encrypted"),
    RETURN_CLAUSE("return", "copy.return_clause");

    private final String field;
    private final String fact;

    PlacingTerm(String field, String fact) {
        this.field = field;
        this.fact = fact;
    }

    /** Its name in forms and addresses. */
    String field() {
        return field;
    }

    /** Its code in the vocabulary. */
    String fact() {
        return fact;
    }
}
