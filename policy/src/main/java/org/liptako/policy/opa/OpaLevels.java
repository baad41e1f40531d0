package org.liptako.policy.opa;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.opa.OpaData.JointData;
import org.liptako.policy.rules.Condition;

/**
 * Lays a condition out for a language without recursion: its forms over facts first, then its connectives level by level, each joining only
 * values that have been computed when its level's turn comes.
 */
final class OpaLevels {
    /** As many levels as the Rego module raises; conditions nest at most 8 deep (section 2). */
    static final int MOST = 9;

    private final OpaForms forms;
    private final List<Integer> leaves = new ArrayList<>();

    private OpaLevels(OpaForms forms) {
        this.forms = forms;
    }

    /**
     * A condition laid out.
     *
     * @param leaves places of its forms among {@link OpaForms}
     * @param levels its connectives
     * @param size how many values there are in all; the last is the condition's
     */
    record Layout(List<Integer> leaves, List<List<JointData>> levels, int size) {}

    static Layout of(Condition condition, OpaForms forms) {
        return new OpaLevels(forms).lay(condition);
    }

    /** A value that is still to get its place: the index on its level, 0 for the leaves. */
    private record Spot(int height, int index) {}

    private record Joint(Condition connective, List<Spot> parts) {}

    private final List<List<Joint>> levels = new ArrayList<>();

    private Layout lay(Condition condition) {
        spot(condition);
        if (levels.size() > MOST) {
            throw new IllegalArgumentException("a condition is nested " + levels.size() + " deep, at most " + MOST);
        }
        List<Integer> firsts = new ArrayList<>(List.of(0));
        int size = leaves.size();
        for (List<Joint> level : levels) {
            firsts.add(size);
            size += level.size();
        }
        return new Layout(
                leaves,
                levels.stream()
                        .map(level ->
                                level.stream().map(joint -> data(joint, firsts)).toList())
                        .toList(),
                size);
    }

    private Spot spot(Condition condition) {
        List<Condition> parts = switch (condition) {
            case Condition.All all -> all.parts();
            case Condition.AnyOf any -> any.parts();
            case Condition.Not not -> List.of(not.part());
            default -> List.of();
        };
        if (parts.isEmpty()) {
            leaves.add(forms.place(condition));
            return new Spot(0, leaves.size() - 1);
        }
        List<Spot> spots = parts.stream().map(this::spot).toList();
        int height = 1 + spots.stream().mapToInt(Spot::height).max().orElse(0);
        while (levels.size() < height) {
            levels.add(new ArrayList<>());
        }
        List<Joint> level = levels.get(height - 1);
        level.add(new Joint(condition, spots));
        return new Spot(height, level.size() - 1);
    }

    private static JointData data(Joint joint, List<Integer> firsts) {
        List<Integer> places = joint.parts().stream()
                .map(spot -> firsts.get(spot.height()) + spot.index())
                .toList();
        return switch (joint.connective()) {
            case Condition.AnyOf any -> new JointData(null, places, null);
            case Condition.Not not -> new JointData(null, null, places.getFirst());
            default -> new JointData(places, null, null);
        };
    }
}
