package org.liptako.pki.ceremony;

/**
 * What stands in the way of a ceremony.
 *
 * @param french one sentence that names the act
 * @param english the same
 */
public record Obstacle(String french, String english) {
    private static Obstacle of(int act, String french, String english) {
        return new Obstacle("acte " + act + " : " + french, "act " + act + ": " + english);
    }

    static Obstacle noFile(int act, String file) {
        return of(
                act,
                "il n'y a pas de fichier " + file + " : corrigez le chemin, ou apportez le fichier.",
                "there is no file " + file + ": mend the path, or bring the file.");
    }

    static Obstacle exists(int act, String file) {
        return of(
                act,
                file + " existe, et rien n'est écrasé : donnez un autre nom.",
                file + " exists; nothing is written over. Give another name.");
    }

    static Obstacle madeTwice(int act, String key) {
        return of(
                act,
                "la clé " + key
                        + " n'est pas déclarée, ou est faite deux fois : déclarez-la sous keys, et faites-la une fois.",
                "the key " + key + " is not declared, or is made twice: declare it under keys, and make it once.");
    }

    static Obstacle undeclared(int act, String key) {
        return of(
                act,
                "la clé " + key + " n'est pas déclarée : déclarez-la sous keys.",
                "the key " + key + " is not declared: declare it under keys.");
    }

    static Obstacle transcript(String file) {
        return new Obstacle(
                "le procès-verbal " + file + " existe, et rien n'est écrasé : donnez un autre nom.",
                "the transcript " + file + " exists; nothing is written over. Give another name.");
    }
}
