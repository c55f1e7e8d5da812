"""Transformers and llama.cpp on the weights and prompts of DecodeBenchmark, one thread each.

Started by DecodePeers through standard input, with the work as JSON in ELM4J_DECODE and this text in
ELM4J_DECODE_SOURCE, for the processes of the peers. Makes a virtual environment in a temporary folder, installs
what is missing there, runs each peer in a process of its own and removes the folder. ELM4J_PEERS names an environment to
use instead, which stays. Says what could not be installed, and goes on.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

WORK = json.loads(os.environ["ELM4J_DECODE"])
WARM_UP, TOKENS, REPEATS = 8, 64, 3


def median(values):
    return sorted(values)[len(values) // 2]


def clock(work):
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def memory(when):
    with open("/proc/self/status", encoding="ascii") as status:
        entries = dict(line.split(":", 1) for line in status)
    kilobytes = [int(entries[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")]
    print("resident %s: %d MB, at most %d MB" % (when, kilobytes[0], kilobytes[1]), flush=True)


def transformers_peer():
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch
    import transformers
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    folder, file = os.path.split(WORK["model"])
    source = {"gguf_file": file} if file.endswith(".gguf") else {}
    path = folder if source else WORK["model"]
    start = time.perf_counter()
    model = transformers.AutoModelForCausalLM.from_pretrained(path, torch_dtype=torch.float32, **source).eval()
    tokenizer = transformers.AutoTokenizer.from_pretrained(path, **source)
    print("\n-- Transformers %s, torch %s, fp32" % (transformers.__version__, torch.__version__))
    print("load: %.2f s" % (time.perf_counter() - start))
    memory("after load")

    def ids(text):
        return tokenizer(text, add_special_tokens=False)["input_ids"]

    def write(batch, tokens):
        prompt = torch.tensor([ids(WORK["prompt"])] * batch)
        torch.manual_seed(1)
        model.generate(prompt, attention_mask=torch.ones_like(prompt), min_new_tokens=tokens, max_new_tokens=tokens,
                       do_sample=True, temperature=1.0, top_p=0.95, top_k=0, pad_token_id=0)

    def likelihoods(rows):
        width = max(len(row) for row in rows)
        padded = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        logits = torch.log_softmax(model(padded, attention_mask=mask).logits[:, :-1].float(), -1)
        return logits.gather(-1, padded[:, 1:, None])

    with torch.inference_mode():
        for batch in WORK["batches"]:
            decode(batch, write)
        rows = [ids(text) for text in WORK["texts"]]
        tokens = sum(map(len, rows))
        print("score, 8 texts of %d tokens: %.0f tokens/s" % (tokens / 8, tokens / clock(lambda: likelihoods(rows))))
        judged = [ids(WORK["prefix"] + "Review: " + sentence + "\nSentiment:" + label)
                  for sentence in WORK["sentences"] for label in (" positive", " negative")]
        print("judge, 10 sentences of 2 labels, in one batch, nothing kept: %.1f sentences/s"
              % (10 / clock(lambda: likelihoods(judged))))
    memory("at the end")


def decode(batch, write):
    rates = []
    write(batch, WARM_UP)
    for _ in range(REPEATS):
        start = time.perf_counter()
        write(batch, WARM_UP)
        middle = time.perf_counter()
        write(batch, WARM_UP + TOKENS)
        rates.append(batch * TOKENS / ((time.perf_counter() - middle) - (middle - start)))
    print("decode, batch %2d: %.0f tokens/s (median of %d)" % (batch, median(rates), REPEATS), flush=True)


def llama_peer():
    import ctypes
    import llama_cpp as llama
    import numpy
    if not WORK["model"].endswith(".gguf"):
        print("\n-- llama.cpp is not run: it reads GGUF files only.")
        return
    llama.llama_backend_init()
    quiet = llama.llama_log_callback(lambda level, text, data: None)
    llama.llama_log_set(quiet, ctypes.c_void_p(0))
    start = time.perf_counter()
    parameters = llama.llama_model_default_params()
    parameters.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(WORK["model"].encode(), parameters)
    vocabulary = llama.llama_model_get_vocab(model)
    size = llama.llama_vocab_n_tokens(vocabulary)
    print("\n-- llama-cpp-python %s, the file's own blocks" % llama.__version__)
    print("load: %.2f s" % (time.perf_counter() - start))
    memory("after load")

    def ids(text):
        data = text.encode()
        tokens = (llama.llama_token * (len(data) + 8))()
        return list(tokens[:llama.llama_tokenize(vocabulary, data, len(data), tokens, len(tokens), False, True)])

    def context(rows, length):
        settings = llama.llama_context_default_params()
        settings.n_ctx, settings.n_batch, settings.n_ubatch = rows * length, rows * length, 512
        settings.n_seq_max, settings.n_threads, settings.n_threads_batch = rows, 1, 1
        if hasattr(settings, "kv_unified"):
            settings.kv_unified = True
        return llama.llama_init_from_model(model, settings)

    def feed(run, batch, items):
        for i, (token, place, row, asked) in enumerate(items):
            batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, place, 1, asked
            batch.seq_id[i][0] = row
        batch.n_tokens = len(items)
        if llama.llama_decode(run, batch) != 0:
            raise RuntimeError("llama_decode failed")

    def logits(run, i):
        return numpy.ctypeslib.as_array(llama.llama_get_logits_ith(run, i), (size,))

    prompt = ids(WORK["prompt"])
    length = len(prompt) + WARM_UP + TOKENS + 8

    def writer(rows):
        run = context(rows, length)
        batch = llama.llama_batch_init(rows * length, 0, 1)
        random = numpy.random.default_rng(1)

        def draw(i):
            likely = logits(run, i)
            best = numpy.argpartition(likely, -400)[-400:]
            shares = numpy.exp(likely[best] - likely[best].max())
            return int(best[numpy.searchsorted(numpy.cumsum(shares), random.random() * shares.sum()) % 400])

        def write(_, tokens):
            llama.llama_memory_clear(llama.llama_get_memory(run), True)
            feed(run, batch, [(token, place, row, place == len(prompt) - 1)
                              for row in range(rows) for place, token in enumerate(prompt)])
            newest = [draw(row * len(prompt) + len(prompt) - 1) for row in range(rows)]
            for step in range(tokens - 1):
                feed(run, batch, [(newest[row], len(prompt) + step, row, 1) for row in range(rows)])
                newest = [draw(row) for row in range(rows)]

        return run, batch, write

    for rows in WORK["batches"]:
        run, batch, write = writer(rows)
        decode(rows, write)
        llama.llama_batch_free(batch)
        llama.llama_free(run)
    rows = [ids(text) for text in WORK["texts"]]
    tokens = sum(map(len, rows))
    run = context(8, max(map(len, rows)))
    batch = llama.llama_batch_init(tokens, 0, 1)

    def score():
        llama.llama_memory_clear(llama.llama_get_memory(run), True)
        feed(run, batch, [(token, place, row, 1) for row, text in enumerate(rows) for place, token in enumerate(text)])
        i = 0
        for text in rows:
            for place in range(len(text)):
                if place + 1 < len(text):
                    likely = logits(run, i)
                    numpy.log(numpy.exp(likely - likely.max()).sum())
                i += 1

    print("score, 8 texts of %d tokens: %.0f tokens/s" % (tokens / 8, tokens / clock(score)))
    memory("at the end")


PEERS = {
    "transformers": (["torch==2.7.1", "transformers==4.53.3", "gguf", "numpy", "accelerate"], transformers_peer),
    "llama.cpp": (["llama-cpp-python", "numpy"], llama_peer),
}


def install(python, name, packages):
    print("\nInstalling %s in a throw-away environment: this takes minutes." % ", ".join(packages), flush=True)
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        lines = [line for line in done.stdout.splitlines() if line.strip()]
        print("-- %s is not run: it cannot be installed here (%s)." % (name, lines[-1] if lines else "no reason given"))
    return done.returncode == 0


def run(python, source, ready):
    for name, (packages, _) in PEERS.items():
        if ready or install(python, name, packages):
            code = subprocess.run([python, "-", name], input=source, text=True).returncode
            if code != 0:
                print("-- %s ended with an error (status %d)." % (name, code))


def main():
    if len(sys.argv) > 1:
        PEERS[sys.argv[1]][1]()
        return
    source = os.environ["ELM4J_DECODE_SOURCE"]
    given = os.environ.get("ELM4J_PEERS")
    if given:
        run(os.path.join(given, "bin", "python"), source, True)
        return
    with tempfile.TemporaryDirectory(prefix="elm4j-peers-") as folder:
        made = subprocess.run([sys.executable, "-m", "venv", folder], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if made.returncode != 0:
            print("The peers are not run: this Python makes no virtual environments (install python3-venv).")
            return
        run(os.path.join(folder, "bin", "python"), source, False)


main()
