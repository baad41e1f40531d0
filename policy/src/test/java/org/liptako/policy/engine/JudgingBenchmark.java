package org.liptako.policy.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liptako.policy.facts.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The embedded evaluator on the same documents as the rules of each jurisdiction grow; {@link IndexMeasure} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls what is marked as setup first.
public class JudgingBenchmark {
    /** How many rules each jurisdiction has. */
    @Param({"100", "1000", "10000"})
    public int rules;

    private CompiledEngine engine;
    private List<Facts> documents;
    private int next;

    @Setup
    public void compile() {
        documents = ManyDecrees.documents();
        engine = new CompiledEngine(ManyDecrees.rules(rules));
    }

    @Benchmark
    public Judgement judge() {
        if (++next == documents.size()) {
            next = 0;
        }
        return engine.judge(documents.get(next));
    }
}
