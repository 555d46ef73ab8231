package io.marquee.model;

/** The optimisers a network can be trained with. */
public enum OptimizerKind {
    /** Adam (Kingma and Ba, 2015) with beta1 0.9, beta2 0.999, epsilon 1e-8. */
    ADAM("Adam"),
    /** Plain stochastic gradient descent. */
    SGD("SGD"),
    /** Gradient descent with Nesterov momentum (Sutskever et al., 2013). */
    NESTEROVS("Nesterov momentum");

    private final String displayName;

    OptimizerKind(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
