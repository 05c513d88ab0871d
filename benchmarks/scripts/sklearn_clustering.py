#!/usr/bin/env python3
"""Clusters a JSON Lines file of labelled articles with scikit-learn, as a Python user would, and scores it.

    sklearn_clustering.py FILE.jsonl dbscan|average [--eps E ...] [--excerpts]

Rows: {"id","title","text","published","event"}. Methods:
  dbscan   TF-IDF (words and bigrams, sublinear, English stop words), DBSCAN by cosine, min_samples 1
  average  the same TF-IDF, dense cosine distances, average linkage cut at eps
Prints one JSON line for each eps: seconds (vectors and clustering, without reading and scoring), processor time, peak memory of the process, B-cubed
precision, recall and F1, adjusted Rand. Several eps share one vectorisation; "seconds" is what one of them alone costs.
"""
import argparse
import json
import resource
import sys
import time
from collections import Counter


def bcubed(gold, found):
    events, clusters, both = Counter(gold), Counter(found), Counter(zip(gold, found))
    n = len(gold)
    precision = sum(both[g, f] / clusters[f] for g, f in zip(gold, found)) / n
    recall = sum(both[g, f] / events[g] for g, f in zip(gold, found)) / n
    return precision, recall, 2 * precision * recall / (precision + recall)


def read(path, excerpts):
    texts, gold = [], []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if line.strip():
                row = json.loads(line)
                text = row.get("text") or ""
                texts.append((row.get("title") or "") + "\n" + (text[:300] if excerpts else text))
                gold.append(str(row.get("event", row.get("id", number))))
    return texts, gold


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("method", choices=["dbscan", "average"])
    parser.add_argument("--eps", type=float, nargs="+", default=[0.5, 0.6, 0.7, 0.75, 0.8, 0.85])
    parser.add_argument("--excerpts", action="store_true", help="the first 300 characters of each text only")
    arguments = parser.parse_args()
    try:
        import sklearn
        from sklearn.cluster import DBSCAN
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.metrics import adjusted_rand_score
    except ImportError:
        sys.exit("scikit-learn is missing: apt-get install python3-sklearn")

    texts, gold = read(arguments.file, arguments.excerpts)
    processor = time.process_time()
    start = time.perf_counter()
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english", min_df=2 if len(texts) > 50 else 1).fit_transform(texts)
    shared = time.perf_counter() - start
    shared_processor = time.process_time() - processor
    tree = None
    if arguments.method == "average":
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import squareform

        processor = time.process_time()
        start = time.perf_counter()
        distances = 1.0 - (vectors @ vectors.T).toarray()
        distances.clip(0, None, out=distances)
        for i in range(len(texts)):
            distances[i, i] = 0
        tree = linkage(squareform(distances, checks=False), method="average")
        shared += time.perf_counter() - start
        shared_processor += time.process_time() - processor

    for eps in arguments.eps:
        processor = time.process_time()
        start = time.perf_counter()
        if tree is None:
            found = DBSCAN(eps=eps, min_samples=1, metric="cosine").fit_predict(vectors)
        else:
            found = fcluster(tree, eps, criterion="distance")
        seconds = shared + time.perf_counter() - start
        processor_seconds = shared_processor + time.process_time() - processor
        precision, recall, f1 = bcubed(gold, found.tolist())
        print(json.dumps({
            "method": "scikit-learn " + sklearn.__version__ + (" TF-IDF + DBSCAN" if tree is None else " TF-IDF + average linkage, dense"),
            "eps": eps, "articles": len(texts), "clusters": len(set(found.tolist())), "seconds": round(seconds, 3), "processorSeconds": round(processor_seconds, 3),
            "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "adjustedRand": round(float(adjusted_rand_score(gold, found)), 4),
        }), flush=True)


if __name__ == "__main__":
    main()
