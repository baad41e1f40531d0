package org.liptako.pki.validation;

/**
 * One case of a suite that is made, not collected: its answer is known from how it was put together.
 *
 * @param name tells how to make it again
 * @param accepted the right answer
 */
record SuiteCase(String name, boolean accepted, Common question) {
    boolean isAnsweredWrongly() {
        return question.refusal().isPresent() == accepted;
    }

    @Override
    public String toString() {
        return name + ", to be " + (accepted ? "accepted" : "refused") + ", got "
                + question.refusal().map(Enum::name).orElse("VALID");
    }
}
