package org.liptako.node.registry;

/**
 * Which part of a long list is wanted.
 *
 * @param afterSubject only what comes after this subject and place; empty = from the start
 * @param prefix only subjects that begin so, such as a State's code and a dash; empty = all
 * @param most how many at most
 */
public record Page(String afterSubject, String afterPlace, String prefix, int most) {
    /** From the start, whatever the subject. */
    public static Page first(int most) {
        return new Page("", "", "", most);
    }

    /** The same list after this subject and place. */
    Page after(String subject, String place) {
        return new Page(subject, place, prefix, most);
    }

    /** The same, another number at most. */
    Page upTo(int number) {
        return new Page(afterSubject, afterPlace, prefix, number);
    }

    /** Where to go on, as callers are told. */
    String token() {
        return afterPlace.isEmpty() ? afterSubject : afterSubject + "/" + afterPlace;
    }
}
